package dev.contop.domain.shell;

import java.util.Optional;

/** Reads definitions of functions. */
final class Functions {

  private Functions() {}

  /** {@code name() body}, from the parenthesis on. */
  static Node parenthesised(Cursor in, Word name, int start) {
    in.take();
    Signs.passBlanks(in);
    if (!in.takeIf(')')) {
      in.fail(start, "a parenthesis out of place");
    }
    return body(in, name, start);
  }

  /** {@code function name body}, from behind the keyword on. */
  static Node named(Cursor in, int start) {
    Signs.passBlanks(in);
    Word name = Words.read(in);
    Signs.passBlanks(in);
    if (in.takeIf('(')) {
      Signs.passBlanks(in);
      if (!in.takeIf(')')) {
        in.fail(start, "a parenthesis out of place");
      }
    }
    return body(in, name, start);
  }

  private static Node body(Cursor in, Word word, int start) {
    Commands.passLines(in);
    Node body = Commands.command(in);
    Optional<String> name = word.text();
    if (name.isEmpty() || name.get().isEmpty()) {
      in.fail(start, "a function without a plain name");
    }
    return new Node.Function(name.orElse(""), body, in.since(start));
  }
}
