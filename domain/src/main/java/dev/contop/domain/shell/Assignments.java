package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads assignments that stand before a command's name. */
final class Assignments {

  private Assignments() {}

  /** Whether {@code word} begins with a name and {@code =} or {@code +=}, unquoted. */
  static boolean begins(Word word) {
    return name(word) > 0;
  }

  private static int name(Word word) {
    if (!(word.pieces().get(0) instanceof Piece.Literal first) || first.quoted()) {
      return 0;
    }
    String text = first.text();
    int equals = text.indexOf('=');
    if (equals < 1) {
      return 0;
    }
    int end = text.charAt(equals - 1) == '+' ? equals - 1 : equals;
    return Signs.isName(text.substring(0, end)) ? end : 0;
  }

  /** The assignment that {@code word} is; an array's elements follow it. */
  static Assignment read(Cursor in, Word word, int from) {
    Piece.Literal first = (Piece.Literal) word.pieces().get(0);
    int end = name(word);
    String value = first.text().substring(first.text().indexOf('=') + 1);
    List<Word> values = new ArrayList<>();
    if (value.isEmpty() && word.pieces().size() == 1 && in.peek() == '(') {
      elements(in, from, values);
    } else {
      List<Piece> pieces = new ArrayList<>(word.pieces());
      pieces.set(0, new Piece.Literal(value, false));
      values.add(new Word(pieces, word.source()));
    }
    return new Assignment(first.text().substring(0, end), values, in.since(from));
  }

  private static void elements(Cursor in, int from, List<Word> values) {
    in.take();
    Commands.passLines(in);
    while (!in.takeIf(')')) {
      Word element = Words.read(in);
      if (element.pieces().isEmpty()) {
        in.fail(from, "an array that is not followed");
        return;
      }
      if (element.source().start(1).equals("[")) {
        in.fail(from, "an array with subscripts");
        return;
      }
      values.add(element);
      Commands.passLines(in);
    }
  }
}
