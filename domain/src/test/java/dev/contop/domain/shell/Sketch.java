package dev.contop.domain.shell;

import java.util.List;
import java.util.stream.Collectors;

/** Writes down what was read, so that a test can compare it at a glance. */
final class Sketch {

  private Sketch() {}

  static String of(String text) {
    return of(ShellText.read(text));
  }

  static String of(Node node) {
    if (node instanceof Node.Simple simple) {
      return simple(simple);
    }
    if (node instanceof Node.Sequence sequence) {
      return join(sequence.parts(), "; ");
    }
    if (node instanceof Node.Pipeline pipeline) {
      return "pipe(" + join(pipeline.parts(), " | ") + ")";
    }
    if (node instanceof Node.Background background) {
      return "bg(" + of(background.body()) + ")";
    }
    if (node instanceof Node.Compound compound) {
      return compound(compound);
    }
    if (node instanceof Node.For each) {
      return "for(" + each.variable() + ": " + of(each.loop()) + ")";
    }
    if (node instanceof Node.Function function) {
      return "function(" + function.name() + ": " + of(function.body()) + ")";
    }
    if (node instanceof Node.Condition condition) {
      return "cond(" + words(condition.words()) + redirections(condition.redirections()) + ")";
    }
    Node.Unresolved unresolved = (Node.Unresolved) node;
    return "?(" + unresolved.problem() + " at " + unresolved.part().from() + ")";
  }

  private static String simple(Node.Simple simple) {
    String assignments =
        simple.assignments().stream()
            .map(assignment -> assignment.name() + ":=" + words(assignment.values()) + " ")
            .collect(Collectors.joining());
    return "<" + assignments + words(simple.words()) + redirections(simple.redirections()) + ">";
  }

  private static String compound(Node.Compound compound) {
    return (compound.repeats() ? "loop[" : "block[")
        + words(compound.words())
        + "]("
        + join(compound.bodies(), " / ")
        + ")"
        + redirections(compound.redirections());
  }

  private static String join(List<Node> nodes, String between) {
    return nodes.stream()
        .map(Sketch::of)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(between));
  }

  private static String words(List<Word> words) {
    return words.stream().map(Sketch::word).collect(Collectors.joining(" "));
  }

  private static String redirections(List<Redirection> redirections) {
    return redirections.stream()
        .map(
            redirection ->
                " "
                    + redirection.kind()
                    + "="
                    + word(redirection.target())
                    + redirection.body().flatMap(HereText::word).map(w -> ":" + word(w)).orElse(""))
        .collect(Collectors.joining());
  }

  static String word(Word word) {
    return word.pieces().stream().map(Sketch::piece).collect(Collectors.joining());
  }

  private static String piece(Piece piece) {
    if (piece instanceof Piece.Literal literal) {
      String text = literal.text().replace("\n", "␤").replace("\t", "␉");
      return literal.quoted() ? "'" + text + "'" : text;
    }
    Piece.Expanded expanded = (Piece.Expanded) piece;
    String inside = join(expanded.inside(), ", ");
    return "{"
        + expanded.kind()
        + (expanded.quoted() ? "'" : "")
        + (inside.isEmpty() ? "" : " " + inside)
        + "}";
  }
}
