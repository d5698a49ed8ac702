package dev.contop.domain.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a text. A backslash before a line's end is not there, except for raw reading.
 *
 * <p>The first failure moves to the end of the text and stays: whoever reads on finds nothing more,
 * and what was read before is kept.
 */
final class Cursor {

  /** What stands behind the last character. */
  static final int END = -1;

  final String text;
  final Bounds bounds;

  /** Here-documents that were announced on this line; their text begins on the next. */
  final List<HereDocument> announced = new ArrayList<>();

  private final char[] characters;
  private int position;
  private int keywordAt = -1;
  private String keyword = "";
  private Optional<Node.Unresolved> failure = Optional.empty();

  Cursor(String text, Bounds bounds) {
    this.text = text;
    this.characters = text.toCharArray();
    this.bounds = bounds;
  }

  int position() {
    return position;
  }

  int peek() {
    position = passContinuations(position);
    return rawPeek();
  }

  /** The keyword that is next, or nothing; worked out once for each place. */
  String keyword() {
    peek();
    if (keywordAt != position) {
      keyword = Signs.keyword(this);
      keywordAt = position;
    }
    return keyword;
  }

  /** The character {@code ahead} behind the next one. */
  int peek(int ahead) {
    count();
    int at = passContinuations(position);
    for (int i = 0; i < ahead; i++) {
      at = passContinuations(at + 1);
    }
    return at < characters.length ? characters[at] : END;
  }

  int take() {
    count();
    int c = peek();
    position = Math.min(position + 1, characters.length);
    return c;
  }

  int rawPeek() {
    return position < characters.length ? characters[position] : END;
  }

  int rawTake() {
    count();
    int c = rawPeek();
    position = Math.min(position + 1, characters.length);
    return c;
  }

  /** Takes the word that is next, and gives it, if nothing in it means anything to a shell. */
  String takePlainWord() {
    int end = position;
    while (end < characters.length && Signs.isPlain(characters[end])) {
      end++;
    }
    boolean whole = end == characters.length || Signs.endsWord(characters[end]);
    boolean process = end + 1 < characters.length && characters[end + 1] == '(';
    if (!whole || process) {
      return "";
    }
    String word = text.substring(position, end);
    bounds.step();
    position = end;
    return word;
  }

  /** Takes {@code expected} if it is next. */
  boolean takeIf(char expected) {
    if (peek() != expected) {
      return false;
    }
    take();
    return true;
  }

  void moveTo(int place) {
    position = Math.max(position, place);
  }

  boolean enter(int from) {
    if (bounds.enter()) {
      return true;
    }
    fail(from, "more nesting than is followed");
    return false;
  }

  void leave() {
    bounds.leave();
  }

  void fail(int from, String problem) {
    if (failure.isEmpty()) {
      failure = Optional.of(new Node.Unresolved(new Span(text, from, characters.length), problem));
    }
    position = characters.length;
  }

  /** Takes over a failure of a reading of a part of this text. */
  void failAs(Cursor part) {
    if (failure.isEmpty()) {
      failure = part.failure;
    }
    if (part.failed()) {
      position = characters.length;
    }
  }

  boolean failed() {
    return failure.isPresent();
  }

  Optional<Node.Unresolved> failure() {
    return failure;
  }

  Span since(int from) {
    return new Span(text, from, Math.max(from, position));
  }

  private int passContinuations(int from) {
    if (from >= characters.length || characters[from] != '\\') {
      return from;
    }
    int at = from;
    while (at + 1 < characters.length && characters[at] == '\\' && characters[at + 1] == '\n') {
      at += 2;
      count();
    }
    return failed() ? characters.length : at;
  }

  private void count() {
    if (!bounds.step()) {
      fail(Math.min(position, characters.length), "more than is followed");
    }
  }
}
