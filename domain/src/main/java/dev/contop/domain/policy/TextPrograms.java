package dev.contop.domain.policy;

import dev.contop.domain.shell.Piece;
import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Programs that search, sort and rewrite text, and can write files or run commands too. */
final class TextPrograms {

  private static final Set<String> FIND_RUNS = Set.of("-exec", "-execdir", "-ok", "-okdir");

  private static final Set<String> FIND_WRITES = Set.of("-fls", "-fprint", "-fprint0", "-fprintf");

  private static final Set<String> SED_OPTIONS =
      Set.of("-n", "-E", "-r", "-e", "-ne", "-s", "-u", "-z", "-nE", "-nr");

  static final Map<String, Program> TABLE =
      new Table()
          .with(Looking.without("-o", "--output", "-T", "--compress-program"), "sort")
          .with(Looking.onlyWith("cdiuD").operands(1), "uniq")
          .with(Looking.onlyWith("abcgilopsu").operands(1), "xxd")
          .with(Looking.without("--pre", "--hostname-bin"), "rg")
          .with(Looking.without("--pager"), "ag")
          .with(
              Looking.without(
                  "-i", "--inplace", "--in-place", "-s", "--security-enable-system-operator"),
              "yq")
          .with(Looking.onlyWith("", "--format", "--noout"), "xmllint")
          .with(TextPrograms::find, "find")
          .with(TextPrograms::sed, "sed", "gsed")
          .with(TextPrograms::awk, "awk", "gawk", "mawk", "nawk")
          .with(Interpreters.hands("runs a command for what it finds"), "fd", "fdfind")
          .with(Interpreters.hands("hands what it reads to a command"), "xargs", "parallel", "entr")
          .asking("changes files", "patch", "ed", "ex", "vi", "vim", "nvim", "nano", "emacs")
          .asking("writes files", "split", "csplit", "sponge", "base64", "iconv", "dos2unix")
          .done();

  private TextPrograms() {}

  private static Judgement find(Call call) {
    Judgement judgement = Ruin.find(call);
    for (int i = 1; i < call.words().size(); i++) {
      String word = call.words().get(i).text().orElse("");
      if (word.equals("-delete")) {
        judgement = judgement.or(call.asks("deletes what it finds"));
      } else if (FIND_WRITES.contains(word)) {
        judgement = judgement.or(call.asks("writes a file"));
      } else if (FIND_RUNS.contains(word)) {
        if (i + 1 < call.words().size()) {
          judgement = judgement.or(call.within().judge(command(call, i + 1), Optional.empty()));
        }
        judgement = judgement.or(call.asks("runs a command for what it finds"));
      } else if (mayAct(call.words().get(i))) {
        judgement = judgement.or(call.asks("may turn into anything that “find” can do"));
      }
    }
    return judgement;
  }

  /** Whether {@code word} could turn into an action; a pattern could into one that it matches. */
  private static boolean mayAct(Word word) {
    StringBuilder pattern = new StringBuilder();
    for (Piece piece : word.pieces()) {
      if (piece instanceof Piece.Literal literal) {
        pattern.append(literal.text());
      } else {
        String sign = ((Piece.Expanded) piece).source().toString();
        if (!sign.equals("*") && !sign.equals("?")) {
          return word.isVague();
        }
        pattern.append('*');
      }
    }
    return !word.isLiteral()
        && Stream.of(FIND_RUNS, FIND_WRITES, Set.of("-delete"))
            .flatMap(Set::stream)
            .anyMatch(action -> UserRule.glob(pattern.toString(), action));
  }

  /** The command that {@code -exec} runs, up to its end. */
  private static List<Word> command(Call call, int from) {
    int end = from + 1;
    while (end < call.words().size() && !call.words().get(end).text().orElse("").equals(";")) {
      end++;
    }
    return call.words().subList(from, end);
  }

  private static Judgement sed(Call call) {
    boolean expression = false;
    boolean scriptSeen = call.has("-e", "--expression");
    for (Word word : call.arguments()) {
      String lead = word.lead();
      boolean option = lead.startsWith("-");
      if (expression || (!scriptSeen && !option)) {
        if (word.text().filter(SedScript::isHarmless).isEmpty()) {
          return call.asks("may write files or run commands");
        }
        expression = false;
        scriptSeen = true;
      } else if (word.isVague() || (option && !SED_OPTIONS.contains(lead))) {
        return call.asks("may change files");
      } else {
        expression = option && lead.endsWith("e");
      }
    }
    return Judgement.harmless();
  }

  private static Judgement awk(Call call) {
    int at = 0;
    String word = call.argument(0);
    while (word.startsWith("-")) {
      boolean separate = word.equals("-F") || word.equals("-v");
      if (!separate && !word.startsWith("-F")) {
        return call.asks("may run commands or write files");
      }
      at += separate ? 2 : 1;
      word = call.argument(at);
    }
    boolean plain = !word.isEmpty() && AwkProgram.isHarmless(word);
    for (Word argument : call.arguments().subList(0, Math.min(at, call.arguments().size()))) {
      plain &= argument.isLiteral();
    }
    for (Word argument : call.arguments()) {
      plain &= !argument.isVague();
    }
    return plain ? Judgement.harmless() : call.asks("may run commands or write files");
  }
}
