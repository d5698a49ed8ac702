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
    if (hasOddCharacters(sdp)) {
      return Optional.of("The offer has characters that no session description has.");
    }
    List<String> lines = SdpLines.of(sdp);
    if (lines.size() > MAX_LINES) {
      return Optional.of("The offer has too many lines.");
    }
    int sections = 0;
    for (String line : lines) {
      sections += SdpLines.isMedia(line) ? 1 : 0;
    }
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
    for (String ended : SdpLines.of(sdp)) {
      String line = SdpLines.withoutEnding(ended);
      int last = sections.size() - 1;
      if (SdpLines.isMedia(line)) {
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
  private static boolean hasOddCharacters(String text) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      boolean ends = codePoint == '\r' || codePoint == '\n' || codePoint == '\t';
      boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      if (half || codePoint == 0x7f || (codePoint < 0x20 && !ends)) {
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }
}
