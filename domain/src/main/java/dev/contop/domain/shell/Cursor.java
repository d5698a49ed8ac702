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

  private int position;
  private Optional<Node.Unresolved> failure = Optional.empty();

  Cursor(String text, Bounds bounds) {
    this.text = text;
    this.bounds = bounds;
  }

  int position() {
    return position;
  }

  int peek() {
    position = passContinuations(position);
    return rawPeek();
  }

  /** The character {@code ahead} behind the next one. */
  int peek(int ahead) {
    int at = passContinuations(position);
    for (int i = 0; i < ahead; i++) {
      at = passContinuations(at + 1);
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  int take() {
    int c = peek();
    position = Math.min(position + 1, text.length());
    return c;
  }

  int rawPeek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  int rawTake() {
    count();
    int c = rawPeek();
    position = Math.min(position + 1, text.length());
    return c;
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
      failure = Optional.of(new Node.Unresolved(new Span(text, from, text.length()), problem));
    }
    position = text.length();
  }

  /** Takes over a failure of a reading of a part of this text. */
  void failAs(Cursor part) {
    if (failure.isEmpty()) {
      failure = part.failure;
    }
    if (part.failed()) {
      position = text.length();
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
    count();
    int at = from;
    while (at + 1 < text.length() && text.charAt(at) == '\\' && text.charAt(at + 1) == '\n') {
      at += 2;
      count();
    }
    return failed() ? text.length() : at;
  }

  private void count() {
    if (!bounds.step()) {
      fail(Math.min(position, text.length()), "more than is followed");
    }
  }
}
