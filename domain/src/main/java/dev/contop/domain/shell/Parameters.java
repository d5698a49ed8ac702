package dev.contop.domain.shell;

import dev.contop.domain.shell.Piece.Expanded;
import dev.contop.domain.shell.Piece.Kind;
import java.util.List;

/**
 * Reads <code>${…}</code>.
 *
 * <p>Indirect references, transformations, assignments, computed subscripts and lengths are
 * obscure: they can run what a variable holds, or set one.
 */
final class Parameters {

  private Parameters() {}

  static void read(Cursor in, int start, Pieces pieces, boolean quoted) {
    if (!in.enter(start)) {
      return;
    }
    in.take();
    boolean plain = !in.takeIf('!');
    boolean many = false;
    if (in.peek() == '#' && in.peek(1) != '}') {
      in.take();
    }
    many |= name(in);
    if (in.takeIf('[')) {
      many |= !Signs.isDigit(in.peek());
      plain &= subscript(in);
    }
    Pieces rest = new Pieces();
    if (in.peek() != '}') {
      plain &= operator(in);
      rest(in, start, rest, quoted);
    }
    if (!in.takeIf('}')) {
      in.fail(start, "an open brace");
    }
    in.leave();
    List<Piece> read = rest.done();
    Span source = in.since(start);
    boolean clear = plain && !Expansions.anyObscure(read);
    Kind kind = clear ? Dollars.kindOf(source.toString()) : Kind.OBSCURE;
    pieces.add(new Expanded(kind, source, quoted && !many, Expansions.inside(read)));
  }

  /** Whether it stands for several words even when quoted. */
  private static boolean name(Cursor in) {
    if (!Signs.isNamePart(in.peek())) {
      return in.take() == '@';
    }
    while (Signs.isNamePart(in.peek())) {
      in.take();
    }
    return false;
  }

  /** Whether the subscript is a number or everything. */
  private static boolean subscript(Cursor in) {
    int from = in.position();
    if (!in.takeIf('@') && !in.takeIf('*')) {
      while (Signs.isDigit(in.peek())) {
        in.take();
      }
    }
    return in.position() > from && in.takeIf(']');
  }

  /** Takes the operator's first character; whether it only chooses or trims. */
  private static boolean operator(Cursor in) {
    int c = in.take();
    if (c == ':') {
      int next = in.peek();
      return Signs.isDigit(next) ? onlyNumbers(in) : next == '-' || next == '+' || next == '?';
    }
    return c != Cursor.END && "-+?#%/^,".indexOf(c) >= 0;
  }

  private static boolean onlyNumbers(Cursor in) {
    while (Signs.isDigit(in.peek()) || in.peek() == ':') {
      in.take();
    }
    return in.peek() == '}';
  }

  private static void rest(Cursor in, int start, Pieces rest, boolean quoted) {
    int c = in.peek();
    while (c != '}' && c != Cursor.END) {
      if (c == '"') {
        Words.doubleQuoted(in, rest);
      } else if (c == '\'' || Words.isProcess(in, c)) {
        in.fail(start, "quotes or commands inside of “${…}”");
      } else {
        Words.insideQuotes(in, rest, quoted ? "$`\"\\}" : Words.ANY);
      }
      c = in.peek();
    }
  }
}
