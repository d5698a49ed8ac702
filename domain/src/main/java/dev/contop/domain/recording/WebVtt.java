package dev.contop.domain.recording;

import java.time.Duration;
import java.util.Locale;

/** Captions as browsers read them (W3C WebVTT, section 4). */
public final class WebVtt {

  /** What a file of captions begins with. */
  public static final String HEADER = "WEBVTT\n\n";

  private static final int LONGEST = 600;
  private static final Duration SHORTEST_SHOWN = Duration.ofSeconds(4);
  private static final Duration LONGEST_SHOWN = Duration.ofSeconds(10);
  private static final Duration A_CHARACTER = Duration.ofMillis(50);

  private WebVtt() {}

  /**
   * A cue that appears at {@code at} and stays for as long as it takes to be read. It is whole in
   * itself: what follows in the file, or does not, changes nothing of it.
   *
   * @param at from the recording's beginning; what came before it is shown at its beginning
   * @param words any text; what means something to WebVTT is escaped
   */
  public static String cue(Duration at, String words) {
    Duration from = at.isNegative() ? Duration.ZERO : at;
    String text = shortened(words);
    Duration shown = A_CHARACTER.multipliedBy(text.length());
    if (shown.compareTo(SHORTEST_SHOWN) < 0) {
      shown = SHORTEST_SHOWN;
    } else if (shown.compareTo(LONGEST_SHOWN) > 0) {
      shown = LONGEST_SHOWN;
    }
    return time(from) + " --> " + time(from.plus(shown)) + "\n" + escaped(text) + "\n\n";
  }

  private static String time(Duration at) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        at.toHours(),
        at.toMinutesPart(),
        at.toSecondsPart(),
        at.toMillisPart());
  }

  private static String shortened(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    boolean halved = Character.isHighSurrogate(words.charAt(LONGEST - 1));
    return words.substring(0, halved ? LONGEST - 1 : LONGEST) + "…";
  }

  /** An empty line ends a cue, an arrow begins one, and the rest would be markup. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '\n', '\r', '\u0085', '\u2028', '\u2029' -> {
          if (!safe.isEmpty() && safe.charAt(safe.length() - 1) != '\n') {
            safe.append('\n');
          }
        }
        default -> safe.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    String lines = safe.toString().strip();
    return lines.isEmpty() ? "…" : lines.replaceAll("\n[ \t]+(?=\n)", "");
  }
}
