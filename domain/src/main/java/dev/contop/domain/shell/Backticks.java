package dev.contop.domain.shell;

import dev.contop.domain.shell.Piece.Expanded;
import dev.contop.domain.shell.Piece.Kind;
import java.util.List;

/** Reads a command substitution between backticks: its text is unescaped, then read anew. */
final class Backticks {

  private Backticks() {}

  static void read(Cursor in, Pieces pieces, boolean quoted) {
    int start = in.position();
    if (!in.enter(start)) {
      return;
    }
    in.take();
    String escapable = quoted ? "$`\\\"" : "$`\\";
    StringBuilder text = new StringBuilder();
    while (in.rawPeek() != '`') {
      int c = in.rawTake();
      if (c == Cursor.END) {
        in.fail(start, "an open backtick");
        break;
      }
      if (c == '\\' && in.rawPeek() != Cursor.END && escapable.indexOf(in.rawPeek()) >= 0) {
        c = in.rawTake();
      }
      text.append((char) c);
    }
    in.rawTake();
    Cursor inner = new Cursor(text.toString(), in.bounds);
    Node inside = Commands.script(inner);
    in.failAs(inner);
    in.leave();
    pieces.add(new Expanded(Kind.COMMAND, in.since(start), quoted, List.of(inside)));
  }
}
