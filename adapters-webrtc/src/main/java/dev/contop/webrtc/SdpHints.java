package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Bitrate hints and codec order in the text of a session description (RFC 8866); pure.
 *
 * <p>Whatever is not named here stays byte for byte, line endings included.
 */
final class SdpHints {

  private static final String START = "x-google-start-bitrate";
  private static final String MAX = "x-google-max-bitrate";

  /** What stands among the payload types without being a codec. */
  private static final Set<String> NO_CODECS =
      Set.of("rtx", "red", "ulpfec", "flexfec", "flexfec-03");

  private SdpHints() {}

  /** The answer as the phone gets it: hints for every video codec (T72). */
  static String forPhone(String answer) {
    Map<String, String> hints = new LinkedHashMap<>();
    hints.put(START, "2000");
    hints.put(MAX, "8000");
    return hinted(answer, hints);
  }

  /**
   * The offer as the library gets it. It reads the hint where it configures what it sends, and that
   * is the remote description: without it every connection starts at 300 kbit/s (T71, T73).
   */
  static String forSender(String offer, Bitrate start) {
    return hinted(offer, Map.of(START, Integer.toString(start.kilobitsPerSecond())));
  }

  /**
   * The offer with the payload types of its video in another order: the answer follows it, and the
   * first is what is sent.
   */
  static String preferring(List<String> codecs, String offer) {
    List<String> lines = linesOf(offer);
    for (int begin = 0; begin < lines.size(); begin++) {
      if (isVideo(lines.get(begin))) {
        lines.set(begin, ordered(lines.get(begin), namesIn(lines, begin), codecs));
      }
    }
    return String.join("", lines);
  }

  private static String hinted(String sdp, Map<String, String> hints) {
    List<String> lines = linesOf(sdp);
    for (int begin = lines.size() - 1; begin >= 0; begin--) {
      if (isVideo(lines.get(begin))) {
        for (Map.Entry<String, Rtpmap> codec : namesIn(lines, begin).entrySet()) {
          if (codec.getValue().isCodec()) {
            hint(lines, begin, codec.getKey(), hints);
          }
        }
      }
    }
    return String.join("", lines);
  }

  private static void hint(
      List<String> lines, int begin, String payload, Map<String, String> hints) {
    String named = "a=rtpmap:" + payload + " ";
    String tuned = "a=fmtp:" + payload + " ";
    int rtpmap = -1;
    int fmtp = -1;
    String known = "";
    for (int i = begin + 1; i < lines.size() && !isMedia(lines.get(i)); i++) {
      String line = lines.get(i);
      if (rtpmap < 0 && line.startsWith(named)) {
        rtpmap = i;
      } else if (line.startsWith(tuned)) {
        fmtp = fmtp < 0 ? i : fmtp;
        known += ";" + line.substring(line.indexOf(' ') + 1).strip();
      }
    }
    String missing = missing(known, hints);
    if (missing.isEmpty()) {
      return;
    }
    if (fmtp >= 0) {
      lines.set(fmtp, extended(lines.get(fmtp), missing));
    } else {
      addAfter(lines, rtpmap, tuned + missing);
    }
  }

  /** The hints that are not among the parameters yet, as parameters. */
  private static String missing(String parameters, Map<String, String> hints) {
    List<String> names = new ArrayList<>();
    for (String parameter : parameters.split(";", -1)) {
      names.add(parameter.split("=", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
    StringBuilder missing = new StringBuilder();
    hints.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            missing.append(missing.length() == 0 ? "" : ";").append(name).append('=').append(value);
          }
        });
    return missing.toString();
  }

  private static String extended(String fmtp, String more) {
    String text = withoutEnding(fmtp);
    String parameters = text.substring(text.indexOf(' ') + 1).strip();
    String joint = parameters.isEmpty() || parameters.endsWith(";") ? "" : ";";
    return text + joint + more + endingOf(fmtp);
  }

  private static void addAfter(List<String> lines, int at, String text) {
    String ending = endingOf(lines.get(at));
    if (!ending.isEmpty()) {
      lines.add(at + 1, text + ending);
      return;
    }
    // The last line of a text that does not end one: the new one takes over being the last.
    String usual = endingOf(lines.get(0));
    lines.set(at, lines.get(at) + (usual.isEmpty() ? "\r\n" : usual));
    lines.add(at + 1, text);
  }

  private static String ordered(String media, Map<String, Rtpmap> names, List<String> codecs) {
    String text = withoutEnding(media);
    List<String> fields = List.of(text.split(" ", -1));
    if (fields.size() < 5) {
      return media;
    }
    List<String> payloads = new ArrayList<>(fields.subList(3, fields.size()));
    payloads.sort(Comparator.comparingInt(payload -> rank(payload, names, codecs)));
    return String.join(" ", fields.subList(0, 3))
        + " "
        + String.join(" ", payloads)
        + endingOf(media);
  }

  /** Retransmission stays beside the codec that it is for. */
  private static int rank(String payload, Map<String, Rtpmap> names, List<String> codecs) {
    Rtpmap own = names.getOrDefault(payload, Rtpmap.NONE);
    Rtpmap codec = own.isRetransmission() ? names.getOrDefault(own.of(), Rtpmap.NONE) : own;
    for (int i = 0; i < codecs.size(); i++) {
      if (codecs.get(i).equalsIgnoreCase(codec.name())) {
        return i;
      }
    }
    return codecs.size();
  }

  /**
   * What a payload type is.
   *
   * @param of the payload type that it retransmits, or empty (RFC 4588)
   */
  private record Rtpmap(String name, String of) {
    static final Rtpmap NONE = new Rtpmap("", "");

    boolean isCodec() {
      return !NO_CODECS.contains(name);
    }

    boolean isRetransmission() {
      return name.equals("rtx");
    }
  }

  /** The payload types of a media section that are on its first line and have an rtpmap. */
  private static Map<String, Rtpmap> namesIn(List<String> lines, int begin) {
    List<String> fields = List.of(withoutEnding(lines.get(begin)).split(" ", -1));
    Map<String, Rtpmap> names = new LinkedHashMap<>();
    Map<String, String> retransmitted = new HashMap<>();
    for (int i = begin + 1; i < lines.size() && !isMedia(lines.get(i)); i++) {
      String line = withoutEnding(lines.get(i));
      int space = line.indexOf(' ');
      if (space < 0) {
        continue;
      }
      if (line.startsWith("a=rtpmap:")) {
        String payload = line.substring("a=rtpmap:".length(), space);
        String name = line.substring(space + 1).split("/", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (fields.lastIndexOf(payload) >= 3) {
          names.putIfAbsent(payload, new Rtpmap(name, ""));
        }
      } else if (line.startsWith("a=fmtp:") && line.startsWith("apt=", space + 1)) {
        String of = line.substring(space + "apt=".length() + 1).split(";", 2)[0].strip();
        retransmitted.put(line.substring("a=fmtp:".length(), space), of);
      }
    }
    names.replaceAll(
        (payload, map) -> new Rtpmap(map.name(), retransmitted.getOrDefault(payload, "")));
    return names;
  }

  private static boolean isMedia(String line) {
    return line.startsWith("m=");
  }

  private static boolean isVideo(String line) {
    return line.startsWith("m=video ");
  }

  /** The lines, each with the ending that it has; joined they are the text again. */
  private static List<String> linesOf(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  private static String withoutEnding(String line) {
    return line.substring(0, line.length() - endingOf(line).length());
  }

  private static String endingOf(String line) {
    if (line.endsWith("\r\n")) {
      return "\r\n";
    }
    return line.endsWith("\n") ? "\n" : "";
  }
}
