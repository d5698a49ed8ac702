package dev.contop.domain.shell;

/** How deep and how long one reading may go, whatever the text. Used by one thread. */
final class Bounds {

  static final int CHARACTERS = 16 * 1024;
  static final int DEPTH = 64;

  /** Each character is looked at a few dozen times at most, at each of a few depths. */
  static final int STEPS = 128 * CHARACTERS;

  private int depth;
  private int steps;

  boolean enter() {
    depth++;
    return depth <= DEPTH;
  }

  void leave() {
    depth--;
  }

  boolean step() {
    steps++;
    return steps <= STEPS;
  }

  int steps() {
    return steps;
  }
}
