package dev.contop.domain.shell;

import dev.contop.domain.shell.Piece.Expanded;
import dev.contop.domain.shell.Piece.Kind;
import java.util.List;

/** Reads one word: characters, quotes, escapes, and what the shell would expand. */
final class Words {

  /** Stands for every character: a backslash takes any meaning off. */
  static final String ANY = "";

  private Words() {}

  /** The word that begins here; it is empty if none does. */
  static Word read(Cursor in) {
    int c = in.peek();
    int start = in.position();
    String plain = in.takePlainWord();
    if (!plain.isEmpty()) {
      return new Word(List.of(new Piece.Literal(plain, false)), in.since(start));
    }
    Pieces pieces = new Pieces();
    while (!Signs.endsWord(c) || isProcess(in, c)) {
      switch (c) {
        case '\\' -> escaped(in, pieces);
        case '\'' -> singleQuoted(in, pieces);
        case '"' -> doubleQuoted(in, pieces);
        case '$' -> Dollars.read(in, pieces, false);
        case '`' -> Backticks.read(in, pieces, false);
        case '<', '>' -> process(in, pieces);
        case '~' -> tilde(in, pieces);
        case '*', '?', '[' -> pattern(in, pieces);
        case '{' -> brace(in, pieces);
        default -> pieces.plain(in.take());
      }
      c = in.peek();
    }
    return new Word(pieces.done(), in.since(start));
  }

  static boolean isProcess(Cursor in, int c) {
    return (c == '<' || c == '>') && in.peek(1) == '(';
  }

  private static void escaped(Cursor in, Pieces pieces) {
    in.take();
    int c = in.rawTake();
    pieces.quoted(c == Cursor.END ? '\\' : c);
  }

  private static void singleQuoted(Cursor in, Pieces pieces) {
    int start = in.position();
    in.take();
    pieces.quote();
    while (in.rawPeek() != '\'') {
      if (in.rawPeek() == Cursor.END) {
        in.fail(start, "an open quote");
        return;
      }
      pieces.quoted(in.rawTake());
    }
    in.rawTake();
  }

  static void doubleQuoted(Cursor in, Pieces pieces) {
    int start = in.position();
    in.take();
    pieces.quote();
    int c = in.peek();
    while (c != '"') {
      if (c == Cursor.END) {
        in.fail(start, "an open quote");
        return;
      }
      insideQuotes(in, pieces, "$`\"\\");
      c = in.peek();
    }
    in.take();
  }

  /** One character or expansion where only {@code $}, backtick and backslash are special. */
  static void insideQuotes(Cursor in, Pieces pieces, String escapable) {
    switch (in.peek()) {
      case '\\' -> {
        in.take();
        int next = in.rawPeek();
        boolean escapes =
            next != Cursor.END && (escapable.isEmpty() || escapable.indexOf(next) >= 0);
        pieces.quoted(escapes ? in.rawTake() : '\\');
      }
      case '$' -> Dollars.read(in, pieces, true);
      case '`' -> Backticks.read(in, pieces, true);
      default -> pieces.quoted(in.take());
    }
  }

  private static void process(Cursor in, Pieces pieces) {
    int start = in.position();
    in.take();
    List<Node> inside = Dollars.parenthesised(in);
    pieces.add(new Expanded(Kind.PROCESS, in.since(start), true, inside));
  }

  /** {@code ~}, {@code ~/x} and {@code ~name}, at the beginning of a word. */
  private static void tilde(Cursor in, Pieces pieces) {
    int start = in.position();
    if (!pieces.isEmpty()) {
      pieces.plain(in.take());
      return;
    }
    in.take();
    while (Signs.isNamePart(in.peek()) || in.peek() == '.' || in.peek() == '-') {
      in.take();
    }
    if (in.peek() == '+') {
      in.take();
    }
    Kind kind = in.since(start).length() == 1 ? Kind.HOME : Kind.FOLDER;
    pieces.add(new Expanded(kind, in.since(start), false, List.of()));
  }

  private static void pattern(Cursor in, Pieces pieces) {
    int start = in.position();
    boolean alone = pieces.isEmpty() && Signs.endsWord(in.peek(1));
    int c = in.take();
    if (c == '[' && alone) {
      pieces.plain(c); // The program “[”.
    } else {
      pieces.add(new Expanded(Kind.PATTERN, in.since(start), false, List.of()));
    }
  }

  /** An opening brace begins alternatives, unless “{}” begins the word or it stands alone. */
  private static void brace(Cursor in, Pieces pieces) {
    int start = in.position();
    boolean first = pieces.isEmpty();
    boolean alone = first && Signs.endsWord(in.peek(1));
    in.take();
    if (alone) {
      pieces.plain('{');
    } else if (first && in.takeIf('}')) {
      pieces.plain('{');
      pieces.plain('}');
    } else {
      pieces.add(new Expanded(Kind.BRACES, in.since(start), false, List.of()));
    }
  }
}
