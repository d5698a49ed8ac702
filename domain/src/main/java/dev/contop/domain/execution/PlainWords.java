package dev.contop.domain.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a command line that consists of plain and quoted words and nothing else.
 *
 * <p>Anything that a shell would treat specially (lists, pipes, redirections, expansions, patterns,
 * comments, escapes) makes the line unreadable here: what is not understood is not allowed.
 */
final class PlainWords {

  /** What came of reading a line. */
  sealed interface Reading {
    record Words(List<String> words) implements Reading {}

    /** {@code part} is what a shell would treat specially. */
    record Special(String part) implements Reading {}
  }

  private static final String SPECIAL = "|&;<>()$`\\*?[]{}~#!=";
  private static final String SPECIAL_IN_DOUBLE_QUOTES = "$`\\!";

  /** Characters that mean something only at the start of a word, or only in the first word. */
  private static final String HARMLESS_INSIDE = "~#=";

  /** Unicode's explicit embeddings, overrides and isolates (UAX #9, section 2). */
  private static final String TURNS_DIRECTION =
      "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  private PlainWords() {}

  static Reading read(String line) {
    if (line.codePoints().anyMatch(PlainWords::isUnfit)) {
      return new Reading.Special("a line break or another invisible character");
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
        i++;
      } else if (c == '\'' || c == '"') {
        int end = line.indexOf(c, i + 1);
        if (end < 0) {
          return new Reading.Special("an open quote");
        }
        String quoted = line.substring(i + 1, end);
        String special = c == '"' ? SPECIAL_IN_DOUBLE_QUOTES : "";
        for (int k = 0; k < quoted.length(); k++) {
          if (special.indexOf(quoted.charAt(k)) >= 0) {
            return special(quoted.charAt(k));
          }
        }
        word.append(quoted);
        inWord = true;
        i = end + 1;
      } else if (isSpecial(c, inWord && !words.isEmpty())) {
        return special(c);
      } else {
        word.append(c);
        inWord = true;
        i++;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return new Reading.Words(List.copyOf(words));
  }

  private static boolean isSpecial(char c, boolean insideArgument) {
    boolean harmless = insideArgument && HARMLESS_INSIDE.indexOf(c) >= 0;
    return SPECIAL.indexOf(c) >= 0 && !harmless;
  }

  /**
   * What a shell might take for the end of a line, what a process cannot be given (half a surrogate
   * pair becomes a pattern on the way), and what makes a line read otherwise than it runs.
   */
  private static boolean isUnfit(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      case Character.FORMAT -> TURNS_DIRECTION.indexOf(c) >= 0;
      default -> false;
    };
  }

  private static Reading special(char c) {
    return new Reading.Special("“" + c + "”");
  }
}
