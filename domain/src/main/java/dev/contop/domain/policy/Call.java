package dev.contop.domain.policy;

import dev.contop.domain.shell.Span;
import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Optional;

/**
 * A program and what it is given, with prefixes and disguises taken off.
 *
 * @param name what the program is called, without folders
 * @param words the program's own word, then its arguments
 * @param input what it reads, if that stands in the text itself
 */
record Call(String name, List<Word> words, Optional<String> input, Inspection within) {

  List<Word> arguments() {
    return words.subList(1, words.size());
  }

  /** The argument at {@code index} as plain text; empty if there is none or it is not plain. */
  String argument(int index) {
    return index + 1 < words.size() ? words.get(index + 1).text().orElse("") : "";
  }

  Span span() {
    return words.get(0).source().through(words.get(words.size() - 1).source());
  }

  /** The same from {@code index} of the words on, as another call. */
  Judgement inner(int index) {
    return within.judge(words.subList(index, words.size()), input);
  }

  Judgement asks(String says) {
    return new Judgement.Asks(Reason.of(span(), says));
  }

  Judgement refused(String says) {
    return new Judgement.Refused(Reason.of(span(), says));
  }

  /** Whether an argument is exactly one of {@code options}, or a short cluster with its letter. */
  boolean has(String... options) {
    for (Word word : arguments()) {
      for (String option : options) {
        if (Options.matches(option, word.lead())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Its first argument that is no option, as plain text; empty if there is none. */
  String verb() {
    return operand(0);
  }

  /**
   * The argument with that {@code index} among those that are no options; empty if there is none.
   */
  String operand(int index) {
    int seen = 0;
    for (Word word : arguments()) {
      if (!word.lead().startsWith("-")) {
        if (seen == index) {
          return word.text().orElse("");
        }
        seen++;
      }
    }
    return "";
  }
}
