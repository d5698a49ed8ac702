package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads commands that contain others (POSIX.1-2017, Shell Command Language, 2.9.4). */
final class Compounds {

  private final Cursor in;
  private final int start;
  private final List<Word> words = new ArrayList<>();
  private final List<Node> bodies = new ArrayList<>();

  private Compounds(Cursor in, int start) {
    this.in = in;
    this.start = start;
  }

  /** The command that begins here by {@code keyword}, or by a parenthesis if that is empty. */
  static Node read(Cursor in, String keyword) {
    Compounds reading = new Compounds(in, in.position());
    if (!keyword.isEmpty()) {
      Commands.take(in, keyword);
    }
    return switch (keyword) {
      case "" -> reading.subshell();
      case "{" -> reading.group();
      case "if" -> reading.choice();
      case "while", "until" -> reading.loop();
      case "for" -> reading.each();
      case "case" -> reading.cases();
      case "[[" -> reading.condition();
      case "function" -> Functions.named(in, reading.start);
      default -> reading.notFollowed("“" + keyword + "”");
    };
  }

  private Node notFollowed(String what) {
    in.fail(start, what);
    return new Node.Sequence(List.of());
  }

  private Node subshell() {
    if (in.peek(1) == '(') {
      // bash computes, and another shell would run what is inside.
      return notFollowed("arithmetic that is not followed");
    }
    bodies.addAll(Dollars.parenthesised(in));
    return done(false);
  }

  private Node group() {
    bodies.add(Commands.list(in));
    expect("}");
    return done(false);
  }

  private Node choice() {
    bodies.add(Commands.list(in));
    expect("then");
    bodies.add(Commands.list(in));
    while (next("elif")) {
      bodies.add(Commands.list(in));
      expect("then");
      bodies.add(Commands.list(in));
    }
    if (next("else")) {
      bodies.add(Commands.list(in));
    }
    expect("fi");
    return done(false);
  }

  private Node.Compound loop() {
    bodies.add(Commands.list(in));
    expect("do");
    bodies.add(Commands.list(in));
    expect("done");
    return done(true);
  }

  private Node each() {
    Signs.passBlanks(in);
    Word variable = Words.read(in);
    String name = variable.text().orElse("");
    if (!Signs.isName(name)) {
      return notFollowed("a loop that is not followed");
    }
    Span named = in.since(start);
    Commands.passLines(in);
    if (nextWord("in")) {
      Signs.passBlanks(in);
      while (!Signs.endsWord(in.peek()) || in.peek(1) == '(') {
        readWord();
        Signs.passBlanks(in);
      }
    }
    Commands.passLines(in);
    if (in.peek() == ';' && in.peek(1) != ';') {
      in.take();
      Commands.passLines(in);
    }
    expect("do");
    bodies.add(Commands.list(in));
    expect("done");
    return new Node.For(name, done(true), named);
  }

  private Node cases() {
    Signs.passBlanks(in);
    readWord();
    Commands.passLines(in);
    if (!nextWord("in")) {
      return notFollowed("a case that is not followed");
    }
    Commands.passLines(in);
    while (!in.failed() && !next("esac")) {
      in.takeIf('(');
      patterns();
      bodies.add(Commands.list(in));
      if (in.takeIf(';')) {
        in.take(); // The second of “;;” and “;&”.
        in.takeIf('&');
      }
      Commands.passLines(in);
    }
    return done(false);
  }

  private void patterns() {
    do {
      Signs.passBlanks(in);
      readWord();
      Signs.passBlanks(in);
    } while (in.takeIf('|'));
    if (!in.takeIf(')')) {
      in.fail(start, "a case that is not followed");
    }
  }

  /**
   * Only plain words: where there is no bash, {@code <}, {@code >}, {@code &&} and {@code ||} would
   * end or redirect a command of that name.
   */
  private Node condition() {
    Signs.passBlanks(in);
    while (!Signs.keywordIs(in, "]]")) {
      if (Signs.endsWord(in.peek())) {
        return notFollowed("a condition that is not followed");
      }
      readWord();
      Signs.passBlanks(in);
    }
    Commands.take(in, "]]");
    Node.Compound end = done(false);
    return new Node.Condition(end.words(), end.redirections(), in.since(start));
  }

  private void readWord() {
    Word word = Words.read(in);
    if (word.pieces().isEmpty()) {
      in.fail(start, "a word that is missing");
    }
    words.add(word);
  }

  private boolean next(String keyword) {
    Signs.passBlanks(in);
    return nextWord(keyword);
  }

  private boolean nextWord(String keyword) {
    if (!Signs.keywordIs(in, keyword)) {
      return false;
    }
    Commands.take(in, keyword);
    return true;
  }

  private void expect(String keyword) {
    if (!next(keyword)) {
      in.fail(start, "a missing “" + keyword + "”");
    }
  }

  private Node.Compound done(boolean repeats) {
    Redirections redirections = new Redirections(in);
    Signs.passBlanks(in);
    while (redirections.read()) {
      Signs.passBlanks(in);
    }
    return new Node.Compound(repeats, words, bodies, redirections.found());
  }
}
