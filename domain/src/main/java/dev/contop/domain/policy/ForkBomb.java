package dev.contop.domain.policy;

import dev.contop.domain.shell.Node;
import dev.contop.domain.shell.Redirection;
import dev.contop.domain.shell.ShellText;
import dev.contop.domain.shell.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds functions that start themselves in the background or in a pipeline, directly or by way of
 * one another: they fill the computer with processes.
 */
final class ForkBomb {

  /** How many functions are followed from one. */
  private static final int FOLLOWED = 64;

  /** Which names a function calls, and which of them beside itself instead of in its place. */
  private record Calls(Set<String> all, Set<String> beside) {
    Calls() {
      this(new HashSet<>(), new HashSet<>());
    }
  }

  private final Map<String, Calls> functions = new HashMap<>();
  private Calls calls = new Calls();
  private int beside;

  private ForkBomb() {}

  static Judgement in(Node script) {
    ForkBomb search = new ForkBomb();
    search.visit(script);
    for (Map.Entry<String, Calls> function : search.functions.entrySet()) {
      for (String called : function.getValue().beside()) {
        Set<String> reached = new HashSet<>(Set.of(called));
        search.reach(called, reached);
        if (reached.contains(function.getKey())) {
          return new Judgement.Refused(
              Reason.sentence(
                  function.getKey(), "starts itself again and again until the computer stops"));
        }
      }
    }
    return Judgement.harmless();
  }

  private void reach(String name, Set<String> reached) {
    Calls from = functions.get(name);
    if (from == null || reached.size() > FOLLOWED) {
      return;
    }
    for (String called : from.all()) {
      if (functions.containsKey(called) && reached.add(called)) {
        reach(called, reached);
      }
    }
  }

  private void visit(Node node) {
    if (node instanceof Node.Simple simple) {
      simple(simple);
    } else if (node instanceof Node.Sequence sequence) {
      sequence.parts().forEach(this::visit);
    } else if (node instanceof Node.Pipeline pipeline) {
      beside(pipeline.parts());
    } else if (node instanceof Node.Background background) {
      beside(List.of(background.body()));
    } else if (node instanceof Node.Compound compound) {
      compound.bodies().forEach(this::visit);
      words(compound.words());
      redirections(compound.redirections());
    } else if (node instanceof Node.For each) {
      visit(each.loop());
    } else if (node instanceof Node.Condition condition) {
      words(condition.words());
      redirections(condition.redirections());
    } else if (node instanceof Node.Function function) {
      function(function);
    }
  }

  private void function(Node.Function function) {
    Calls outer = calls;
    int outerBeside = beside;
    calls = functions.computeIfAbsent(function.name(), name -> new Calls());
    beside = 0;
    visit(function.body());
    calls = outer;
    beside = outerBeside;
  }

  private void beside(List<Node> nodes) {
    beside++;
    nodes.forEach(this::visit);
    beside--;
  }

  private void simple(Node.Simple simple) {
    if (!simple.words().isEmpty()) {
      simple.words().get(0).text().ifPresent(this::called);
    }
    words(simple.words());
    simple.assignments().forEach(assignment -> words(assignment.values()));
    redirections(simple.redirections());
  }

  private void called(String name) {
    calls.all().add(name);
    if (beside > 0) {
      calls.beside().add(name);
    }
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      words(List.of(redirection.target()));
      redirection.text().ifPresent(text -> words(List.of(text)));
    }
  }

  private void words(List<Word> words) {
    words.forEach(word -> beside(ShellText.inside(word)));
  }
}
