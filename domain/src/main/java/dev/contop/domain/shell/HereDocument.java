package dev.contop.domain.shell;

/**
 * A here-document whose text begins on the next line.
 *
 * @param delimiter the line that ends it
 * @param literal whether nothing in it is expanded
 * @param tabbed whether tabs that begin its lines do not count
 * @param body where its text goes
 */
record HereDocument(String delimiter, boolean literal, boolean tabbed, Span source, HereText body) {

  /** Reads the text of all that were announced; {@code in} is behind the line's end. */
  static void readAll(Cursor in) {
    for (HereDocument document : in.announced) {
      document.read(in);
    }
    in.announced.clear();
  }

  private void read(Cursor in) {
    StringBuilder text = new StringBuilder();
    int start = in.position();
    while (true) {
      if (in.rawPeek() == Cursor.END) {
        in.fail(source.from(), "a here-document without an end");
        return;
      }
      String line = line(in);
      if (line.equals(delimiter)) {
        break;
      }
      text.append(line).append('\n');
    }
    body.is(word(in, text.toString(), in.since(start)));
  }

  private String line(Cursor in) {
    StringBuilder line = new StringBuilder();
    while (tabbed && in.rawPeek() == '\t') {
      in.rawTake();
    }
    while (in.rawPeek() != '\n' && in.rawPeek() != Cursor.END) {
      line.append((char) in.rawTake());
    }
    in.rawTake();
    return line.toString();
  }

  private Word word(Cursor in, String text, Span span) {
    Pieces pieces = new Pieces();
    pieces.quote();
    if (literal) {
      text.chars().forEach(pieces::quoted);
      return new Word(pieces.done(), span);
    }
    Cursor inner = new Cursor(text, in.bounds);
    if (text.contains("\\\n")) {
      inner.fail(0, "a joined line in a here-document");
    }
    while (inner.peek() != Cursor.END) {
      Words.insideQuotes(inner, pieces, "$`\\");
    }
    in.failAs(inner);
    return new Word(pieces.done(), span);
  }
}
