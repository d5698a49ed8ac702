package dev.contop.domain.policy;

import dev.contop.domain.shell.Assignment;
import dev.contop.domain.shell.Node;
import dev.contop.domain.shell.Piece;
import dev.contop.domain.shell.Redirection;
import dev.contop.domain.shell.ShellText;
import dev.contop.domain.shell.Span;
import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through everything in a text that can run, and keeps the gravest judgement. */
final class Walk {

  private static final Set<String> COMPARISONS = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge");

  private final Inspection within;
  private boolean repeated;

  Walk(Inspection within) {
    this.within = within;
  }

  Judgement text(String text) {
    Node script = ShellText.read(text);
    return ForkBomb.in(script).or(node(script, Optional.empty()));
  }

  /** Judges {@code node}, whose input is {@code input} if that is known. */
  private Judgement node(Node node, Optional<String> input) {
    if (node instanceof Node.Simple simple) {
      return simple(simple, input);
    }
    if (node instanceof Node.Sequence sequence) {
      return all(sequence.parts());
    }
    if (node instanceof Node.Pipeline pipeline) {
      return pipeline(pipeline);
    }
    if (node instanceof Node.Background background) {
      return background(background);
    }
    if (node instanceof Node.Compound compound) {
      return compound(compound);
    }
    if (node instanceof Node.For each) {
      return Variables.set(each.variable(), each.source()).or(compound(each.loop()));
    }
    if (node instanceof Node.Function function) {
      return node(function.body(), Optional.empty());
    }
    if (node instanceof Node.Condition condition) {
      return condition(condition);
    }
    Node.Unresolved unresolved = (Node.Unresolved) node;
    return new Judgement.Asks(
        Reason.of(
            unresolved.part(), "cannot be read with certainty: there is " + unresolved.problem()));
  }

  private Judgement all(List<Node> nodes) {
    Judgement judgement = Judgement.harmless();
    for (Node node : nodes) {
      judgement = judgement.or(node(node, Optional.empty()));
    }
    return judgement;
  }

  private Judgement pipeline(Node.Pipeline pipeline) {
    Judgement judgement = Judgement.harmless();
    Optional<String> written = Optional.empty();
    for (Node part : pipeline.parts()) {
      judgement = judgement.or(node(part, written));
      written = LiteralOutput.of(part);
    }
    return judgement;
  }

  private Judgement background(Node.Background background) {
    Judgement judgement = node(background.body(), Optional.empty());
    return repeated
        ? judgement.or(
            new Judgement.Asks("It starts commands again and again without waiting for them."))
        : judgement;
  }

  private Judgement compound(Node.Compound compound) {
    boolean before = repeated;
    repeated |= compound.repeats();
    Judgement judgement =
        words(compound.words())
            .or(all(compound.bodies()))
            .or(redirections(compound.redirections()));
    repeated = before;
    return judgement;
  }

  private Judgement condition(Node.Condition condition) {
    Judgement judgement = words(condition.words()).or(redirections(condition.redirections()));
    boolean computes = false;
    boolean plain = true;
    for (Word word : condition.words()) {
      String text = word.text().orElse("?");
      computes |= COMPARISONS.contains(text) || text.equals("-v") || text.equals("-R");
      plain &= COMPARISONS.contains(text) || text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
    return computes && !plain ? judgement.or(obscure(condition.source())) : judgement;
  }

  private Judgement simple(Node.Simple simple, Optional<String> input) {
    Judgement judgement = words(simple.words());
    if (!simple.words().isEmpty()) {
      judgement =
          judgement.or(
              within.judge(simple.words(), LiteralOutput.input(simple.redirections(), input)));
    }
    for (Assignment assignment : simple.assignments()) {
      judgement =
          judgement
              .or(words(assignment.values()))
              .or(
                  simple.words().isEmpty()
                      ? Variables.set(assignment.name(), assignment.source())
                      : Variables.given(assignment.name(), assignment.source()));
    }
    return judgement.or(redirections(simple.redirections()));
  }

  private Judgement redirections(List<Redirection> redirections) {
    Judgement judgement = Judgement.harmless();
    for (Redirection redirection : redirections) {
      judgement =
          judgement
              .or(word(redirection.target()))
              .or(redirection.text().map(this::word).orElse(Judgement.harmless()))
              .or(Targets.judge(redirection, within));
    }
    return judgement;
  }

  private Judgement words(List<Word> words) {
    Judgement judgement = Judgement.harmless();
    for (Word word : words) {
      judgement = judgement.or(word(word));
    }
    return judgement;
  }

  /** What expanding {@code word} does. */
  private Judgement word(Word word) {
    Judgement judgement = Judgement.harmless();
    for (Piece piece : word.pieces()) {
      if (piece instanceof Piece.Expanded expanded) {
        judgement = judgement.or(all(expanded.inside()));
        if (expanded.kind() == Piece.Kind.OBSCURE) {
          judgement = judgement.or(obscure(expanded.source()));
        }
      }
    }
    return judgement;
  }

  private static Judgement obscure(Span source) {
    return new Judgement.Asks(Reason.of(source, "can run what a variable holds"));
  }
}
