package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;

/** Gathers the pieces of a word; neighbouring characters of one sort become one literal. */
final class Pieces {

  private final List<Piece> done = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private boolean open;
  private boolean quoted;

  void plain(int c) {
    add(c, false);
  }

  void quoted(int c) {
    add(c, true);
  }

  /** A quote was opened: the word exists, even if nothing is in it. */
  void quote() {
    begin(true);
  }

  void add(int c, boolean isQuoted) {
    begin(isQuoted);
    literal.append((char) c);
  }

  void add(Piece.Expanded piece) {
    open &= !literal.isEmpty();
    close();
    done.add(piece);
  }

  boolean isEmpty() {
    return done.isEmpty() && !open;
  }

  List<Piece> done() {
    close();
    return List.copyOf(done);
  }

  private void begin(boolean isQuoted) {
    if (open && quoted != isQuoted) {
      close();
    }
    open = true;
    quoted = isQuoted;
  }

  private void close() {
    if (open) {
      done.add(new Piece.Literal(literal.toString(), quoted));
      literal.setLength(0);
      open = false;
    }
  }
}
