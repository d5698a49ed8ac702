package dev.contop.domain.shell;

import java.util.List;

/** A part of a script that runs. */
public sealed interface Node {

  /** A command by its name. Without words only assignments and redirections happen. */
  record Simple(
      List<Assignment> assignments, List<Word> words, List<Redirection> redirections, Span source)
      implements Node {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }
  }

  /** Two or more commands, each reading what the one before writes. */
  record Pipeline(List<Node> parts) implements Node {
    public Pipeline {
      parts = List.copyOf(parts);
    }
  }

  /** Commands one after the other, on whatever condition. */
  record Sequence(List<Node> parts) implements Node {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** A command that nobody waits for. */
  record Background(Node body) implements Node {}

  /**
   * A subshell, group, condition, case: commands under a roof.
   *
   * @param repeats whether they may run more than once
   * @param words what it goes through or chooses by
   */
  record Compound(
      boolean repeats, List<Word> words, List<Node> bodies, List<Redirection> redirections)
      implements Node {
    public Compound {
      words = List.copyOf(words);
      bodies = List.copyOf(bodies);
      redirections = List.copyOf(redirections);
    }
  }

  /** {@code for variable in items; do body; done}. */
  record For(String variable, Compound loop, Span source) implements Node {}

  /** {@code name() body}: runs nothing until it is called. */
  record Function(String name, Node body, Span source) implements Node {}

  /** {@code [[ words ]]}. */
  record Condition(List<Word> words, List<Redirection> redirections, Span source) implements Node {
    public Condition {
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }
  }

  /**
   * From here on the text was not understood.
   *
   * @param part where that begins
   * @param problem what is there, such as “an open quote”
   */
  record Unresolved(Span part, String problem) implements Node {}
}
