package dev.contop.domain.shell;

import java.util.List;
import java.util.Optional;

/**
 * Reads a whole text as a shell would that is given it by {@code -c}: bash, or another POSIX shell.
 *
 * <p>Where the two differ, the reading is one that both of them bear, or the text is unresolved.
 * Takes time in proportion to the length of the text, whatever it is, and never throws.
 */
public final class ShellText {

  /** A longer text is not read at all, in characters. */
  public static final int LONGEST = Bounds.CHARACTERS;

  private ShellText() {}

  /** What {@code text} would run; what is not understood is an {@link Node.Unresolved} in it. */
  public static Node read(String text) {
    return read(text, new Bounds());
  }

  static Node read(String text, Bounds bounds) {
    if (text.length() > LONGEST) {
      return new Node.Unresolved(new Span(text, 0, text.length()), "more text than is followed");
    }
    return Commands.script(new Cursor(text, bounds));
  }

  /** The name of a variable that {@code word} sets, if it is of the form {@code name=value}. */
  public static Optional<String> assigned(Word word) {
    if (word.pieces().isEmpty() || !(word.pieces().get(0) instanceof Piece.Literal)) {
      return Optional.empty();
    }
    String lead = word.lead();
    int equals = lead.indexOf('=');
    return equals < 1 ? Optional.empty() : Optional.of(lead.substring(0, equals));
  }

  /** The commands that expanding {@code word} runs. */
  public static List<Node> inside(Word word) {
    return Expansions.inside(word.pieces());
  }
}
