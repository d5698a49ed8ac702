package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the shell does by itself. */
final class ShellBuiltins {

  private static final Set<String> SETTINGS =
      Set.of("-e", "-u", "-x", "-eu", "-eux", "-ex", "+e", "+u", "+x", "-o", "pipefail", "--");

  static final Map<String, Program> TABLE =
      new Table()
          .with(
              Looking.freely(),
              ":",
              "true",
              "pwd",
              "type",
              "exit",
              "return",
              "break",
              "continue",
              "shift",
              "times",
              "dirs")
          // “jobs -x” runs a command, and “wait -p” sets what may be a subscript.
          .with(Looking.onlyWith("lnprs"), "jobs")
          .with(Looking.onlyWith("fn"), "wait")
          .with(ShellBuiltins::change, "cd", "pushd", "popd")
          .with(ShellBuiltins::test, "test", "[")
          .with(ShellBuiltins::print, "printf")
          .with(ShellBuiltins::names, "export", "readonly", "local", "declare", "typeset", "read")
          .with(ShellBuiltins::settings, "set")
          .with(call -> bare(call, "may unset what others rely on"), "unset")
          .with(call -> bare(call, "changes what a word runs"), "alias", "hash")
          .with(call -> bare(call, "changes how the shell works"), "shopt", "umask")
          .with(Looking.onlyWith("aHS"), "ulimit")
          .with(call -> bare(call, "changes the history"), "history")
          .with(ShellBuiltins::eval, "eval")
          .with(ShellBuiltins::trap, "trap")
          .asking("runs what is in a file", "source", ".")
          .asking("changes how the shell works", "enable", "bind", "complete", "unalias", "let")
          .asking("runs code for what it reads", "mapfile", "readarray", "getopts", "fc")
          .asking("suspends or resumes other commands", "fg", "bg", "disown", "suspend", "logout")
          .done();

  private ShellBuiltins() {}

  private static Judgement bare(Call call, String says) {
    return call.arguments().isEmpty() ? Judgement.harmless() : call.asks(says);
  }

  private static Judgement change(Call call) {
    call.within().moves();
    return Judgement.harmless();
  }

  /** {@code -v} evaluates subscripts, commands and all, and no value may turn into it. */
  private static Judgement test(Call call) {
    List<Word> words = call.arguments();
    boolean closed = !words.isEmpty() && words.get(words.size() - 1).lead().equals("]");
    int size = closed ? words.size() - 1 : words.size();
    boolean literal = words.stream().allMatch(Word::isLiteral);
    boolean placed =
        size < 2
            || (size == 2 && words.get(0).isLiteral())
            || (size == 3 && words.get(1).isLiteral() && !words.get(0).lead().equals("!"));
    boolean looks =
        (literal || placed)
            && words.stream().noneMatch(Word::isManifold)
            && words.stream().noneMatch(word -> List.of("-v", "-R").contains(word.lead()));
    return looks ? Judgement.harmless() : call.asks("may run what a variable holds");
  }

  /** A variable that it prints into, or counts into by {@code %n}, can be a subscript that runs. */
  private static Judgement print(Call call) {
    if (call.arguments().isEmpty()) {
      return Judgement.harmless();
    }
    String format = call.argument(0);
    boolean literal = call.arguments().get(0).isLiteral();
    return literal && !format.startsWith("-") && !counts(format)
        ? Judgement.harmless()
        : call.asks("may set a variable");
  }

  private static boolean counts(String format) {
    boolean open = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '%') {
        open = !open;
      } else if (open && Character.isLetter(c)) {
        if (c == 'n') {
          return true;
        }
        open = "hlLqjzt".indexOf(c) >= 0;
      }
    }
    return false;
  }

  /** Declares names, with values or without; options change what assigning means. */
  private static Judgement names(Call call) {
    Judgement judgement = Judgement.harmless();
    for (Word word : call.arguments()) {
      String lead = word.lead();
      String name = Options.name(lead);
      boolean option = name.startsWith("-");
      boolean plain =
          option ? lead.equals("-r") || lead.equals("-p") : isName(name) && !hidesName(word, lead);
      if (!plain) {
        return call.asks("may run what a variable holds");
      }
      if (!option) {
        judgement = judgement.or(Variables.set(name, word.source()));
      }
    }
    return judgement;
  }

  private static boolean isName(String name) {
    return name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))
        && !name.isEmpty();
  }

  /** Whether more than the value is unknown of {@code name=value}. */
  private static boolean hidesName(Word word, String lead) {
    return word.isManifold() || (!word.isLiteral() && lead.indexOf('=') < 0);
  }

  private static Judgement settings(Call call) {
    for (Word word : call.arguments()) {
      if (!SETTINGS.contains(word.text().orElse(""))) {
        return call.asks("changes how the shell works");
      }
    }
    return Judgement.harmless();
  }

  private static Judgement eval(Call call) {
    List<String> text = new ArrayList<>();
    for (Word word : call.arguments()) {
      Optional<String> literal = word.text();
      if (literal.isEmpty()) {
        return call.asks("runs text that is made as it goes");
      }
      text.add(literal.get());
    }
    return call.within().text(String.join(" ", text)).or(call.asks("runs text as a command"));
  }

  private static Judgement trap(Call call) {
    return call.within().text(call.argument(0)).or(bare(call, "runs text as a command later"));
  }
}
