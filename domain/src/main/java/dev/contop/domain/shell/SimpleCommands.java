package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads a command that is named, with assignments, arguments and redirections. */
final class SimpleCommands {

  private SimpleCommands() {}

  /** A simple command, or a function's definition, which begins like one. */
  static Node read(Cursor in) {
    int start = in.position();
    List<Assignment> assignments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    Redirections redirections = new Redirections(in);
    boolean both = false;
    while (true) {
      Signs.passBlanks(in);
      int from = in.position();
      if (redirections.read()) {
        both |= in.since(from).start(1).equals("&");
        continue;
      }
      Word word = Words.read(in);
      if (word.pieces().isEmpty()) {
        break;
      }
      if (both) {
        // Where there is no bash, “&” ends a command, and this word begins another.
        in.fail(from, "a word behind “&>”");
      }
      if (words.isEmpty() && Assignments.begins(word)) {
        assignments.add(Assignments.read(in, word, from));
      } else {
        words.add(word);
      }
    }
    Span source = in.since(start);
    if (in.peek() != '(') {
      return new Node.Simple(assignments, words, redirections.found(), source);
    }
    if (words.size() != 1 || !assignments.isEmpty() || !redirections.found().isEmpty()) {
      in.fail(start, "a parenthesis out of place");
      return new Node.Simple(assignments, words, redirections.found(), source);
    }
    return Functions.parenthesised(in, words.get(0), start);
  }
}
