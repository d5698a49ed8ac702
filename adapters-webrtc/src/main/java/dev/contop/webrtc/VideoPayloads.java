package dev.contop.webrtc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The payload types of one video section: what they are, and where in the text that stands (RFC
 * 8866, section 6.6 and 6.15).
 */
final class VideoPayloads {

  /** What stands among the payload types without being a codec. */
  private static final Set<String> NO_CODECS =
      Set.of("rtx", "red", "ulpfec", "flexfec", "flexfec-03");

  private static final String RTPMAP = "a=rtpmap:";
  private static final String FMTP = "a=fmtp:";

  private final List<String> order;
  private final Map<String, Payload> payloads = new LinkedHashMap<>();

  /** A payload type that stands on the section's first line. */
  static final class Payload {
    private final String number;
    private String name = "";
    private String parameters = "";
    private int rtpmapAt = -1;
    private int fmtpAt = -1;

    private Payload(String number) {
      this.number = number;
    }

    String number() {
      return number;
    }

    /** In lower case; empty when no line names it. */
    String name() {
      return name;
    }

    boolean isCodec() {
      return !name.isEmpty() && !NO_CODECS.contains(name);
    }

    /** The parameters of all its lines. */
    String parameters() {
      return parameters;
    }

    int rtpmapAt() {
      return rtpmapAt;
    }

    /** The line of its first parameters, or -1. */
    int fmtpAt() {
      return fmtpAt;
    }

    /** What it retransmits, or empty (RFC 4588, section 8.1). */
    private String retransmits() {
      if (!name.equals("rtx") || !parameters.startsWith(";apt=")) {
        return "";
      }
      int end = parameters.indexOf(';', 1);
      return parameters.substring(";apt=".length(), end < 0 ? parameters.length() : end).strip();
    }
  }

  private VideoPayloads(List<String> order) {
    this.order = order;
    order.forEach(number -> payloads.putIfAbsent(number, new Payload(number)));
  }

  /**
   * @param begin the line with which the section begins
   */
  static VideoPayloads in(List<String> lines, int begin) {
    String[] fields = SdpLines.withoutEnding(lines.get(begin)).split(" ", -1);
    List<String> order = new ArrayList<>();
    for (int i = 3; i < fields.length; i++) {
      order.add(fields[i]);
    }
    VideoPayloads found = new VideoPayloads(order);
    for (int i = begin + 1; i < lines.size() && !SdpLines.isMedia(lines.get(i)); i++) {
      found.read(lines.get(i), i);
    }
    return found;
  }

  /** The numbers as the section lists them. */
  List<String> order() {
    return order;
  }

  Iterable<Payload> all() {
    return payloads.values();
  }

  /** The name of a codec, or of the codec that it retransmits. */
  String codecOf(String number) {
    Payload own = payloads.get(number);
    if (own == null) {
      return "";
    }
    Payload served = payloads.get(own.retransmits());
    return served == null ? own.name() : served.name();
  }

  private void read(String line, int at) {
    if (line.startsWith(RTPMAP)) {
      Payload payload = named(line, RTPMAP);
      if (payload != null && payload.rtpmapAt < 0) {
        payload.rtpmapAt = at;
        payload.name = encodingName(line);
      }
    } else if (line.startsWith(FMTP)) {
      Payload payload = named(line, FMTP);
      if (payload != null) {
        payload.fmtpAt = payload.fmtpAt < 0 ? at : payload.fmtpAt;
        payload.parameters += ";" + line.substring(line.indexOf(' ') + 1).strip();
      }
    }
  }

  private @Nullable Payload named(String line, String start) {
    int space = line.indexOf(' ');
    return space < 0 ? null : payloads.get(line.substring(start.length(), space));
  }

  private static String encodingName(String rtpmap) {
    String encoding = rtpmap.substring(rtpmap.indexOf(' ') + 1);
    int slash = encoding.indexOf('/');
    return (slash < 0 ? encoding : encoding.substring(0, slash)).strip().toLowerCase(Locale.ROOT);
  }
}
