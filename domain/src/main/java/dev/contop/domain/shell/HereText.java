package dev.contop.domain.shell;

import java.util.Optional;

/** The text of a here-document, which stands behind the line that announces it. */
public final class HereText {

  private Optional<Word> word = Optional.empty();

  HereText() {}

  /** Set once, before the reading ends that made it. */
  void is(Word text) {
    word = Optional.of(text);
  }

  /** Nothing, when the document was not found. */
  public Optional<Word> word() {
    return word;
  }
}
