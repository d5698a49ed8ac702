package dev.contop.domain.shell;

/**
 * A part of a text, as it stands there.
 *
 * @param from the index of its first character
 * @param to the index behind its last one
 */
public record Span(String text, int from, int to) {

  /** From the beginning of this to the end of {@code last}, which stands in the same text. */
  public Span through(Span last) {
    return new Span(text, from, Math.max(to, last.to));
  }

  /** At most {@code length} characters of it. */
  public String start(int length) {
    return text.substring(from, Math.min(to, from + length));
  }

  public int length() {
    return to - from;
  }

  @Override
  public String toString() {
    return text.substring(from, to);
  }
}
