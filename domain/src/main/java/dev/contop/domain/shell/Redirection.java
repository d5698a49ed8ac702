package dev.contop.domain.shell;

import java.util.Optional;

/**
 * Where a command reads from or writes to.
 *
 * @param target a file, a descriptor, a here-document's delimiter, or a here-string
 * @param body the text of a here-document
 */
public record Redirection(Kind kind, Word target, Optional<HereText> body, Span source) {

  /** The text that it feeds to a command's input, if it does. */
  public Optional<Word> text() {
    return kind == Kind.HERE_STRING ? Optional.of(target) : body.flatMap(HereText::word);
  }

  /** What is done with the target. */
  public enum Kind {
    /** {@code <} */
    READ,
    /** {@code >}, {@code >|}, {@code &>}, {@code >&} and a name */
    WRITE,
    /** {@code >>}, {@code &>>} */
    APPEND,
    /** {@code <>} */
    READ_WRITE,
    /** {@code >&1}, {@code <&-} */
    DUPLICATE,
    /** {@code <<}, {@code <<-} */
    HERE_DOCUMENT,
    /** {@code <<<} */
    HERE_STRING
  }
}
