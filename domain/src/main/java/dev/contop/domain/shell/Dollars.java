package dev.contop.domain.shell;

import dev.contop.domain.shell.Piece.Expanded;
import dev.contop.domain.shell.Piece.Kind;
import java.util.List;

/** Reads what a dollar sign begins. */
final class Dollars {

  private static final String SPECIAL_NAMES = "@*#?-$!";

  private Dollars() {}

  static void read(Cursor in, Pieces pieces, boolean quoted) {
    int start = in.position();
    in.take();
    int c = in.peek();
    if (c == '(') {
      if (in.peek(1) == '(') {
        Arithmetic.read(in, start, pieces, quoted);
      } else {
        List<Node> inside = parenthesised(in);
        pieces.add(new Expanded(Kind.COMMAND, in.since(start), quoted, inside));
      }
    } else if (c == '{') {
      Parameters.read(in, start, pieces, quoted);
    } else if (c == '[') {
      in.fail(start, "an old form of arithmetic");
    } else if (c == '\'' && !quoted) {
      AnsiQuote.read(in, start, pieces);
    } else if (c == '"' && !quoted) {
      translated(in, start, pieces);
    } else if (Signs.isNameStart(c)) {
      while (Signs.isNamePart(in.peek())) {
        in.take();
      }
      pieces.add(variable(in, start, quoted));
    } else if (Signs.isDigit(c) || SPECIAL_NAMES.indexOf(c) >= 0) {
      in.take();
      boolean whole = quoted && c != '@';
      pieces.add(new Expanded(Kind.PARAMETER, in.since(start), whole, List.of()));
    } else {
      pieces.add('$', quoted);
    }
  }

  /** {@code (commands)}, from the parenthesis on. */
  static List<Node> parenthesised(Cursor in) {
    int start = in.position();
    if (!in.enter(start)) {
      return List.of();
    }
    if (!in.announced.isEmpty()) {
      in.fail(start, "a here-document around it");
    }
    in.take();
    Node inside = Commands.list(in);
    if (!in.announced.isEmpty()) {
      in.fail(start, "a here-document that ends outside of it");
    }
    if (!in.takeIf(')')) {
      in.fail(start, "an open parenthesis");
    }
    in.leave();
    return List.of(inside);
  }

  private static Expanded variable(Cursor in, int start, boolean quoted) {
    Span source = in.since(start);
    return new Expanded(kindOf(source.toString()), source, quoted, List.of());
  }

  static Kind kindOf(String reference) {
    return switch (reference) {
      case "$HOME", "${HOME}" -> Kind.HOME;
      case "$PWD", "${PWD}" -> Kind.FOLDER;
      default -> Kind.PARAMETER;
    };
  }

  /** {@code $"text"}: what it says depends on the language of the system. */
  private static void translated(Cursor in, int start, Pieces pieces) {
    Pieces text = new Pieces();
    Words.doubleQuoted(in, text);
    pieces.add(new Expanded(Kind.CODED, in.since(start), true, Expansions.inside(text.done())));
  }
}
