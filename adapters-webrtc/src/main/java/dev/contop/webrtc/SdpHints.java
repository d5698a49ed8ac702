package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.VideoCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Bitrate hints and codec order in the text of a session description (RFC 8866); pure.
 *
 * <p>Whatever is not named here stays byte for byte, line endings included.
 */
final class SdpHints {

  private static final String START = "x-google-start-bitrate";
  private static final String MAX = "x-google-max-bitrate";

  private SdpHints() {}

  private record Hint(String name, String value) {}

  /** The answer as the phone gets it: hints for every video codec (T72). */
  static String forPhone(String answer) {
    return hinted(answer, List.of(new Hint(START, "2000"), new Hint(MAX, "8000")));
  }

  /**
   * The offer as the library gets it. It reads the hint where it configures what it sends, and that
   * is the remote description: without it every connection starts at 300 kbit/s (T73).
   */
  static String forSender(String offer, Bitrate assumed) {
    String kilobits = Integer.toString(assumed.kilobitsPerSecond());
    return hinted(offer, List.of(new Hint(START, kilobits)));
  }

  /**
   * The offer with the payload types of its video in another order: the answer follows it, and the
   * first is what is sent. Retransmission stays beside the codec that it is for.
   */
  static String preferring(List<VideoCodec> codecs, String offer) {
    List<String> lines = SdpLines.of(offer);
    for (int at = 0; at < lines.size(); at++) {
      if (SdpLines.isVideo(lines.get(at))) {
        lines.set(at, ordered(lines, at, codecs));
      }
    }
    return String.join("", lines);
  }

  private static String hinted(String sdp, List<Hint> hints) {
    List<String> lines = SdpLines.of(sdp);
    String usual = lines.isEmpty() ? "" : SdpLines.endingOf(lines.get(0));
    // Each line is changed in its place and grows into two where one is added, so that the places
    // of the others hold.
    for (int at = 0; at < lines.size(); at++) {
      if (SdpLines.isVideo(lines.get(at))) {
        for (VideoPayloads.Payload payload : VideoPayloads.in(lines, at).all()) {
          if (payload.isCodec()) {
            hint(lines, payload, missing(payload.parameters(), hints), usual);
          }
        }
      }
    }
    return String.join("", lines);
  }

  private static void hint(
      List<String> lines, VideoPayloads.Payload payload, String missing, String usual) {
    if (missing.isEmpty()) {
      return;
    }
    if (payload.fmtpAt() >= 0) {
      lines.set(payload.fmtpAt(), extended(lines.get(payload.fmtpAt()), missing));
      return;
    }
    String rtpmap = lines.get(payload.rtpmapAt());
    String ending = SdpLines.endingOf(rtpmap);
    String fmtp = "a=fmtp:" + payload.number() + " " + missing;
    if (ending.isEmpty()) {
      // The last line of a text that does not end one: the new line takes over being the last.
      lines.set(payload.rtpmapAt(), rtpmap + (usual.isEmpty() ? "\r\n" : usual) + fmtp);
    } else {
      lines.set(payload.rtpmapAt(), rtpmap + fmtp + ending);
    }
  }

  /** The hints that are not among the parameters yet, as parameters. */
  private static String missing(String parameters, List<Hint> hints) {
    List<String> names = new ArrayList<>();
    for (String parameter : parameters.split(";", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
    String missing = "";
    for (Hint hint : hints) {
      if (!names.contains(hint.name())) {
        missing += (missing.isEmpty() ? "" : ";") + hint.name() + "=" + hint.value();
      }
    }
    return missing;
  }

  private static String extended(String fmtp, String more) {
    String text = SdpLines.withoutEnding(fmtp);
    String parameters = text.substring(text.indexOf(' ') + 1).strip();
    String joint = parameters.isEmpty() || parameters.endsWith(";") ? "" : ";";
    return text + joint + more + SdpLines.endingOf(fmtp);
  }

  private static String ordered(List<String> lines, int at, List<VideoCodec> codecs) {
    String media = lines.get(at);
    VideoPayloads payloads = VideoPayloads.in(lines, at);
    if (payloads.order().size() < 2) {
      return media;
    }
    List<String> order = new ArrayList<>(payloads.order());
    order.sort(Comparator.comparingInt(number -> rank(payloads.codecOf(number), codecs)));
    String listed = String.join(" ", payloads.order());
    String start = media.substring(0, SdpLines.withoutEnding(media).length() - listed.length());
    return start + String.join(" ", order) + SdpLines.endingOf(media);
  }

  private static int rank(String codec, List<VideoCodec> codecs) {
    for (int i = 0; i < codecs.size(); i++) {
      if (codecs.get(i).encodingName().equalsIgnoreCase(codec)) {
        return i;
      }
    }
    return codecs.size();
  }
}
