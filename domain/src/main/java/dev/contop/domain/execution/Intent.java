package dev.contop.domain.execution;

import java.util.Optional;

/**
 * What a phone wants done, in its own words (T50).
 *
 * @param picture what the phone saw when it asked
 * @param before what was said before
 */
public record Intent(String text, Optional<Picture> picture, Backstory before) {

  public Intent(String text) {
    this(text, Optional.empty(), Backstory.NONE);
  }

  /** Logs never show the phone's words. */
  @Override
  public String toString() {
    return "Intent[hidden]";
  }
}
