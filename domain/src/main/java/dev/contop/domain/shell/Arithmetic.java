package dev.contop.domain.shell;

import dev.contop.domain.shell.Piece.Expanded;
import dev.contop.domain.shell.Piece.Kind;
import java.util.List;

/**
 * Reads {@code $((expression))}.
 *
 * <p>Only numbers and operators are harmless: bash evaluates a variable's value as an expression
 * again, subscripts and the commands in them included.
 */
final class Arithmetic {

  private static final String OPERATORS = "+-*/%<>=!&|^~?:, \t\n";

  private Arithmetic() {}

  static void read(Cursor in, int start, Pieces pieces, boolean quoted) {
    if (!in.enter(start)) {
      return;
    }
    in.take();
    in.take();
    Pieces inner = new Pieces();
    boolean plain = true;
    int depth = 0;
    while (depth > 0 || in.peek() != ')') {
      int c = in.peek();
      if (c == '$') {
        Dollars.read(in, inner, true);
        plain = false;
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
        in.take();
      } else if (Signs.isNamePart(c)) {
        plain &= Signs.isDigit(c);
        in.take();
      } else if (c != Cursor.END && OPERATORS.indexOf(c) >= 0) {
        in.take();
      } else {
        in.fail(start, "arithmetic that is not followed");
        break;
      }
    }
    if (in.peek(1) != ')') {
      in.fail(start, "arithmetic that is not followed");
    }
    in.take();
    in.take();
    in.leave();
    List<Node> inside = Expansions.inside(inner.done());
    Kind kind = plain ? Kind.ARITHMETIC : Kind.OBSCURE;
    pieces.add(new Expanded(kind, in.since(start), quoted, inside));
  }
}
