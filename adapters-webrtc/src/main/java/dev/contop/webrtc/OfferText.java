package dev.contop.webrtc;

import dev.contop.domain.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be told of an offer from its text alone, before the library parses it (T11).
 *
 * <p>The reasons are in words and hold nothing of the text.
 */
final class OfferText {

  /** More sections than any browser offers; each costs the library a transceiver. */
  private static final int MAX_SECTIONS = 16;

  private static final int MAX_LINES = 4000;

  private OfferText() {}

  /**
   * A media section (RFC 8866, section 5.14).
   *
   * @param mid its name (RFC 8843), empty when it has none
   * @param wanted whether the phone wants to receive on it
   */
  record Section(String kind, String mid, boolean wanted) {}

  static Optional<String> refusal(String sdp) {
    if (sdp.length() > Limits.SIGNALING_MESSAGE_BYTES) {
      return Optional.of("The offer is too long.");
    }
    if (!sdp.startsWith("v=0")) {
      return Optional.of("The offer is not a session description.");
    }
    if (sdp.codePoints().anyMatch(OfferText::isOdd)) {
      return Optional.of("The offer has characters that no session description has.");
    }
    if (sdp.lines().limit(MAX_LINES + 1L).count() > MAX_LINES) {
      return Optional.of("The offer has too many lines.");
    }
    long sections = sdp.lines().filter(line -> line.startsWith("m=")).count();
    if (sections == 0) {
      return Optional.of("The offer offers nothing.");
    }
    return sections > MAX_SECTIONS
        ? Optional.of("The offer has too many media sections.")
        : Optional.empty();
  }

  /** The media sections, in order. */
  static List<Section> sections(String sdp) {
    List<Section> sections = new ArrayList<>();
    boolean inherited = true;
    for (String line : sdp.lines().toList()) {
      int last = sections.size() - 1;
      if (line.startsWith("m=")) {
        String[] fields = line.substring(2).split(" ", 3);
        boolean rejected = fields.length > 1 && fields[1].equals("0");
        sections.add(new Section(fields[0], "", inherited && !rejected));
      } else if (last < 0) {
        inherited = inherited && !isUnwanting(line);
      } else {
        sections.set(last, with(sections.get(last), line));
      }
    }
    return sections;
  }

  private static Section with(Section section, String line) {
    if (line.startsWith("a=mid:")) {
      return new Section(section.kind(), line.substring("a=mid:".length()), section.wanted());
    }
    if (isUnwanting(line)) {
      return new Section(section.kind(), section.mid(), false);
    }
    return section;
  }

  private static boolean isUnwanting(String line) {
    return line.equals("a=sendonly") || line.equals("a=inactive");
  }

  /** Control characters and halves of pairs, which would not survive the way into native text. */
  private static boolean isOdd(int codePoint) {
    boolean ends = codePoint == '\r' || codePoint == '\n' || codePoint == '\t';
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half || codePoint == 0x7f || (codePoint < 0x20 && !ends);
  }
}
