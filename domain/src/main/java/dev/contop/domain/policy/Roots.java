package dev.contop.domain.policy;

import dev.contop.domain.shell.Piece;
import dev.contop.domain.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells which words mean the whole computer, however they are written. */
final class Roots {

  /** Folders at the top that a system does not live without. */
  private static final Set<String> SYSTEM =
      Set.of(
          "applications",
          "bin",
          "boot",
          "dev",
          "etc",
          "home",
          "lib",
          "lib32",
          "lib64",
          "library",
          "proc",
          "root",
          "sbin",
          "sys",
          "system",
          "users",
          "usr",
          "var");

  /** Stands for what only the shell knows, in {@link #written}. */
  private static final char UNKNOWN = '\uffff';

  private static final char BRACKET = '\ufdd0';
  private static final char BRACE = '\ufdd1';

  private Roots() {}

  /** Whether {@code word} is the root folder, all that is in it, or may turn into that. */
  static boolean isRoot(Word word) {
    if (isNearby(word)) {
      return false;
    }
    Place place = Place.of(word);
    return place.steps().isEmpty() && place.reachesRoot();
  }

  /** The same, or a folder at the top that the system needs. */
  static boolean isSystem(Word word) {
    if (isNearby(word)) {
      return false;
    }
    Place place = Place.of(word);
    boolean needed =
        place.absolute()
            && place.steps().size() == 1
            && SYSTEM.contains(place.steps().get(0).toLowerCase(Locale.ROOT));
    return needed || isRoot(word);
  }

  /** Whether it is plainly a name in or below the working folder, as most are. */
  private static boolean isNearby(Word word) {
    String text = word.lead();
    return word.isLiteral() && !text.startsWith("/") && !text.contains("..");
  }

  /**
   * Where a path leads.
   *
   * @param up how many steps it climbs above where it begins
   * @param steps the folders below that, without patterns at the end
   */
  private record Place(boolean absolute, boolean home, int up, List<String> steps) {

    static Place of(Word word) {
      String text = written(word);
      boolean home = word.beginsWithFolder();
      boolean absolute = !home && text.startsWith("/");
      int up = 0;
      List<String> steps = new ArrayList<>();
      for (String step : Path.steps(home ? text.substring(1) : text)) {
        if (step.equals("..")) {
          up += steps.isEmpty() ? 1 : 0;
          if (!steps.isEmpty()) {
            steps.remove(steps.size() - 1);
          }
        } else if (!step.equals(".")) {
          steps.add(step);
        }
      }
      boolean process = absolute && steps.size() > 2 && steps.get(0).equals("proc");
      if (process && steps.get(2).equals("root")) {
        steps = steps.subList(3, steps.size());
      }
      boolean all = steps.isEmpty();
      while (!steps.isEmpty() && isAnything(steps.get(steps.size() - 1))) {
        steps = steps.subList(0, steps.size() - 1);
        all = true;
      }
      return new Place(absolute, home, all ? up : 0, steps);
    }

    boolean reachesRoot() {
      return absolute || (home && up > 0) || up > 1;
    }
  }

  /** The word, with a mark for each part that is not known; patterns stay as they are. */
  private static String written(Word word) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : word.pieces()) {
      if (piece instanceof Piece.Literal literal) {
        text.append(literal.text());
      } else if (piece instanceof Piece.Expanded expanded) {
        boolean pattern =
            expanded.kind() == Piece.Kind.PATTERN || expanded.kind() == Piece.Kind.BRACES;
        text.append(pattern ? mark(expanded) : UNKNOWN);
      }
    }
    return text.toString();
  }

  /** A pattern's own sign, out of reach of quoted ones. */
  private static char mark(Piece.Expanded pattern) {
    return switch (pattern.source().start(1)) {
      case "[" -> BRACKET;
      case "{" -> BRACE;
      default -> UNKNOWN;
    };
  }

  /** Whether nothing in {@code step} limits what it could mean. */
  private static boolean isAnything(String step) {
    StringBuilder rest = new StringBuilder();
    boolean unknown = false;
    int i = 0;
    while (i < step.length()) {
      char c = step.charAt(i);
      int close = c == BRACKET ? step.indexOf(']', i) : c == BRACE ? step.lastIndexOf('}') : i;
      unknown |= c == UNKNOWN || c == BRACKET || c == BRACE;
      if (c != UNKNOWN && c != BRACKET && c != BRACE && c != '.') {
        rest.append(c);
      }
      i = Math.max(close, i) + 1;
    }
    return unknown && rest.isEmpty();
  }
}
