package dev.contop.domain.shell;

import java.util.List;

/**
 * A variable that is set: {@code name=value}, {@code name+=value}, {@code name=(a b)}.
 *
 * @param values one word, or as many as the array has
 */
public record Assignment(String name, List<Word> values, Span source) {
  public Assignment {
    values = List.copyOf(values);
  }
}
