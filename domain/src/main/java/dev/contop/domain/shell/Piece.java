package dev.contop.domain.shell;

import java.util.List;

/** A part of a word. */
public sealed interface Piece {

  /**
   * Characters that stand for themselves, with quotes and escapes taken off.
   *
   * @param quoted whether they were quoted or escaped
   */
  record Literal(String text, boolean quoted) implements Piece {}

  /**
   * Something whose value only the shell knows when it runs.
   *
   * @param quoted whether its value stays within one word
   * @param inside the commands that it runs to find out, if any
   */
  record Expanded(Kind kind, Span source, boolean quoted, List<Node> inside) implements Piece {
    public Expanded {
      inside = List.copyOf(inside);
    }
  }

  /** What becomes of an expanded piece. */
  enum Kind {
    /** A variable's value: {@code $x}, {@code ${x:-y}}. */
    PARAMETER,
    /** What a command writes: {@code $(x)}, {@code `x`}. */
    COMMAND,
    /** A number: {@code $((1 + 2))}. */
    ARITHMETIC,
    /** A path below {@code /dev/fd}: {@code <(x)}, {@code >(x)}. */
    PROCESS,
    /** Names of files, or itself: {@code *}, {@code ?}, {@code [a-z]}. */
    PATTERN,
    /** The user's home folder: {@code ~}, {@code $HOME}. */
    HOME,
    /** Another folder: {@code ~name}, {@code $PWD}. */
    FOLDER,
    /** Several words: <code>{a,b}</code>. */
    BRACES,
    /** Text in a code or language that is not resolved here. */
    CODED,
    /** A form that can run what a variable holds, such as {@code ${!x}}. */
    OBSCURE
  }
}
