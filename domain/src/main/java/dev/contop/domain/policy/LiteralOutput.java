package dev.contop.domain.policy;

import dev.contop.domain.shell.Node;
import dev.contop.domain.shell.Redirection;
import dev.contop.domain.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text that stands in the command itself and becomes another's input. */
final class LiteralOutput {

  private LiteralOutput() {}

  /** What {@code redirections} feed to a command, or else what the pipe does. */
  static Optional<String> input(List<Redirection> redirections, Optional<String> piped) {
    Optional<String> input = piped;
    for (Redirection redirection : redirections) {
      Optional<Word> text = redirection.text();
      if (text.isPresent()) {
        input = text.get().text();
      }
    }
    return input;
  }

  /** What {@code echo} or {@code printf} write when all of it is plain. */
  static Optional<String> of(Node node) {
    if (!(node instanceof Node.Simple simple) || simple.words().size() < 2) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (Word word : simple.words()) {
      Optional<String> text = word.text();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      words.add(text.get());
    }
    String program = words.remove(0);
    boolean echo = program.equals("echo") || program.endsWith("/echo");
    if (!echo && !program.endsWith("printf")) {
      return Optional.empty();
    }
    if (words.get(0).startsWith("-") || (!echo && words.get(0).startsWith("%s"))) {
      words.remove(0);
    }
    return Optional.of(String.join(" ", words).replace("\\n", "\n"));
  }
}
