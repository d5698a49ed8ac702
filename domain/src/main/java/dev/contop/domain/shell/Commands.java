package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads lists, pipelines and what they consist of (POSIX.1-2017, Shell Command Language, 2.10). */
final class Commands {

  private Commands() {}

  /** The whole text. What was not understood comes first, as {@link Node.Unresolved}. */
  static Node script(Cursor in) {
    Node list = list(in);
    if (in.peek() != Cursor.END) {
      in.fail(in.position(), "something out of place");
    }
    if (!in.announced.isEmpty()) {
      in.fail(in.announced.get(0).source().from(), "a here-document without an end");
    }
    List<Node> parts = new ArrayList<>();
    in.failure().ifPresent(parts::add);
    parts.add(list);
    return new Node.Sequence(parts);
  }

  /** Commands up to whatever closes the list. */
  static Node list(Cursor in) {
    List<Node> parts = new ArrayList<>();
    passLines(in);
    while (!closes(in)) {
      Node node = andOr(in);
      Signs.passBlanks(in);
      if (in.peek() == '&') {
        in.take();
        node = new Node.Background(node);
      } else if (in.peek() == ';' && !endsCase(in)) {
        in.take();
      } else if (in.peek() != '\n') {
        parts.add(node);
        if (!closes(in)) {
          in.fail(in.position(), "something out of place");
        }
        break;
      }
      parts.add(node);
      passLines(in);
    }
    return new Node.Sequence(parts);
  }

  /** Passes blanks, comments, ends of lines, and the here-documents that begin there. */
  static void passLines(Cursor in) {
    Signs.passBlanks(in);
    while (in.peek() == '\n') {
      in.take();
      HereDocument.readAll(in);
      Signs.passBlanks(in);
    }
  }

  private static boolean closes(Cursor in) {
    int c = in.peek();
    return c == Cursor.END || c == ')' || endsCase(in) || Signs.CLOSING.contains(in.keyword());
  }

  private static boolean endsCase(Cursor in) {
    return in.peek() == ';' && (in.peek(1) == ';' || in.peek(1) == '&');
  }

  private static Node andOr(Cursor in) {
    List<Node> parts = new ArrayList<>();
    parts.add(pipeline(in));
    Signs.passBlanks(in);
    while ((in.peek() == '&' || in.peek() == '|') && in.peek(1) == in.peek()) {
      in.take();
      in.take();
      passLines(in);
      parts.add(pipeline(in));
      Signs.passBlanks(in);
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
  }

  private static Node pipeline(Cursor in) {
    List<Node> parts = new ArrayList<>();
    passPrefixes(in);
    parts.add(command(in));
    Signs.passBlanks(in);
    while (in.peek() == '|' && in.peek(1) != '|') {
      in.take();
      in.takeIf('&');
      passLines(in);
      passPrefixes(in);
      parts.add(command(in));
      Signs.passBlanks(in);
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Pipeline(parts);
  }

  /** {@code !} and {@code time}, which change nothing of what runs. */
  private static void passPrefixes(Cursor in) {
    Signs.passBlanks(in);
    String keyword = in.keyword();
    while (keyword.equals("!") || keyword.equals("time")) {
      take(in, keyword);
      Signs.passBlanks(in);
      if (keyword.equals("time") && in.peek() == '-' && in.peek(1) == 'p' && endsAt(in, 2)) {
        in.take();
        in.take();
        Signs.passBlanks(in);
      }
      keyword = in.keyword();
    }
  }

  private static boolean endsAt(Cursor in, int ahead) {
    return Signs.endsWord(in.peek(ahead));
  }

  static void take(Cursor in, String keyword) {
    keyword.chars().forEach(c -> in.take());
  }

  static Node command(Cursor in) {
    Signs.passBlanks(in);
    int start = in.position();
    if (!in.enter(start)) {
      return new Node.Sequence(List.of());
    }
    String keyword = in.keyword();
    Node node;
    if (in.peek() == '(' || !keyword.isEmpty()) {
      node = Compounds.read(in, keyword);
    } else {
      node = SimpleCommands.read(in);
    }
    if (in.position() == start) {
      in.fail(start, "something out of place");
    }
    in.leave();
    return node;
  }
}
