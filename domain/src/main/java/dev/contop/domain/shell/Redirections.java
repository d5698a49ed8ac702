package dev.contop.domain.shell;

import dev.contop.domain.shell.Redirection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads redirections. */
final class Redirections {

  private static final int LONGEST_NUMBER = 9;

  private final Cursor in;
  private final List<Redirection> found = new ArrayList<>();

  Redirections(Cursor in) {
    this.in = in;
  }

  /** Those that were read, with the here-documents' texts as far as they were reached. */
  List<Redirection> found() {
    return found;
  }

  /** Reads one if one begins here. */
  boolean read() {
    int start = in.position();
    int digits = 0;
    while (digits < LONGEST_NUMBER && Signs.isDigit(in.peek(digits))) {
      digits++;
    }
    int c = in.peek(digits);
    boolean both = digits == 0 && c == '&' && in.peek(1) == '>';
    boolean process = digits == 0 && in.peek(1) == '(';
    if (process || (!both && c != '<' && c != '>')) {
      return false;
    }
    for (int i = 0; i < digits; i++) {
      in.take();
    }
    if (both) {
      in.take();
      in.take();
      target(in.takeIf('>') ? Kind.APPEND : Kind.WRITE, start);
    } else if (in.take() == '>') {
      write(start);
    } else {
      read(start);
    }
    return true;
  }

  private void write(int start) {
    if (in.takeIf('>')) {
      target(Kind.APPEND, start);
    } else if (in.takeIf('&')) {
      target(Kind.DUPLICATE, start);
    } else {
      in.takeIf('|');
      target(Kind.WRITE, start);
    }
  }

  private void read(int start) {
    if (in.takeIf('>')) {
      target(Kind.READ_WRITE, start);
    } else if (in.takeIf('&')) {
      target(Kind.DUPLICATE, start);
    } else if (!in.takeIf('<')) {
      target(Kind.READ, start);
    } else if (in.takeIf('<')) {
      target(Kind.HERE_STRING, start);
    } else {
      hereDocument(start, in.takeIf('-'));
    }
  }

  private Word word(int start) {
    Signs.passBlanks(in);
    Word word = Words.read(in);
    if (word.pieces().isEmpty()) {
      in.fail(start, "a redirection without a target");
    }
    return word;
  }

  private void target(Kind kind, int start) {
    Word word = word(start);
    boolean file = kind == Kind.DUPLICATE && !isDescriptor(word);
    found.add(new Redirection(file ? Kind.WRITE : kind, word, Optional.empty(), in.since(start)));
  }

  private static boolean isDescriptor(Word word) {
    return word.text().filter(text -> text.equals("-") || isNumber(text)).isPresent();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() < LONGEST_NUMBER
        && text.chars().allMatch(Signs::isDigit);
  }

  private void hereDocument(int start, boolean tabbed) {
    Word delimiter = word(start);
    boolean quoted = delimiter.source().toString().chars().anyMatch(c -> "'\"\\".indexOf(c) >= 0);
    Optional<String> end = delimiter.text();
    if (end.isEmpty() || end.get().indexOf('\n') >= 0) {
      in.fail(start, "a here-document whose end is not plain");
      return;
    }
    HereText body = new HereText();
    Span source = in.since(start);
    found.add(new Redirection(Kind.HERE_DOCUMENT, delimiter, Optional.of(body), source));
    in.announced.add(new HereDocument(end.get(), quoted, tabbed, source, body));
  }
}
