package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is wrapped around a command, it does not become harmless by it. */
class DisguiseTest {

  private static final int EACH = 5;

  /** What is put around any text. */
  private static final List<String> AROUND =
      List.of(
          "%s",
          "  %s",
          "( %s\n)",
          "( ( %s\n) )",
          "{ %s\n}",
          "ls; %s",
          "ls\n%s",
          "ls && %s",
          "ls || %s",
          "ls & %s",
          "ls | %s",
          "! %s",
          "time %s",
          "if ls; then %s\nfi",
          "if %s\nthen ls; fi",
          "if ls; then ls; else %s\nfi",
          "while %s\ndo ls; done",
          "until ls; do %s\ndone",
          "for i in a; do %s\ndone",
          "case a in a) %s\n;; esac",
          "f() { %s\n}",
          "function f { %s\n}",
          "echo $( %s\n)",
          "echo \"$( %s\n)\"",
          "echo \"a ${x:-$( %s\n)}\"",
          "x=$( %s\n)",
          "x=$( %s\n) ls",
          "cat <( %s\n)",
          "ls > >( %s\n)",
          "cat <<< \"$( %s\n)\"",
          "cat < $( %s\n)",
          "ls # x\n%s",
          "ls \\\n| ( %s\n)",
          "[[ -n $( %s\n) ]]",
          "%s\nls");

  private static final List<String> BEFORE =
      List.of(
          "sudo ",
          "sudo -u root ",
          "doas ",
          "env ",
          "env -i ",
          "env LANG=C ",
          "LANG=C ",
          "LANG=C TZ=UTC ",
          "nice ",
          "nice -n 5 ",
          "ionice -c3 ",
          "nohup ",
          "\\time ",
          "/usr/bin/time ",
          "timeout 5 ",
          "timeout -k 1 5s ",
          "stdbuf -oL ",
          "setsid ",
          "setsid -w ",
          "command ",
          "builtin ",
          "exec ",
          "busybox ",
          "chroot /x ",
          "strace ",
          "xargs ",
          "xargs -0 ",
          "watch ",
          "find . -exec ",
          "env nice -n 5 nohup timeout 5 stdbuf -oL setsid ",
          "e''nv ",
          "\\nice ",
          "/usr/bin/env ",
          "frobnicate ");

  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          word -> "'" + word + "'",
          word -> "\"" + word + "\"",
          word -> "\\" + word,
          word -> word.charAt(0) + "''" + word.substring(1),
          word -> word.charAt(0) + "\\\n" + word.substring(1),
          word -> word.charAt(0) + "\"" + word.substring(1) + "\"",
          word -> "$'\\x" + Integer.toHexString(word.charAt(0)) + "'" + word.substring(1),
          word -> "$'\\" + Integer.toOctalString(word.charAt(0)) + word.substring(1) + "'",
          word -> "$'\\u00" + Integer.toHexString(word.charAt(0)) + "'" + word.substring(1),
          word -> "/bin/" + word,
          word -> "/tmp/" + word,
          word -> "./" + word,
          word -> word + "$x",
          word -> "${x}" + word,
          word -> word.substring(0, 1) + "{" + word.substring(1) + ",}",
          word -> "{" + word + ",x}",
          word -> word.charAt(0) + "*");

  private final CommandJudge judge = new CommandJudge(Profile.ASK, UserRules.NONE, Corpus::look);

  @Test
  void shouldNotBeFooledByWhatIsAround() {
    List<String> fooled = new ArrayList<>();
    List<Corpus.Entry> entries = graver();
    for (int i = 0; i < entries.size(); i++) {
      // Each around some of them: all around all would take long and find no more.
      for (int k = i % EACH; k < AROUND.size(); k += EACH) {
        check(AROUND.get(k).replace("%s", entries.get(i).command()), fooled);
      }
    }
    assertThat(fooled).isEmpty();
  }

  @Test
  void shouldRefuseWhateverIsAround() {
    List<String> missed = new ArrayList<>();
    for (Corpus.Entry entry : Corpus.refused()) {
      for (String around : AROUND) {
        String text = around.replace("%s", entry.command());
        if (isWhole(entry.command()) && !(judge.judge(text) instanceof Judgement.Refused)) {
          missed.add(text);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void shouldNotBeFooledByWhatStandsBefore() {
    List<String> fooled = new ArrayList<>();
    List<Corpus.Entry> entries = named();
    for (int i = 0; i < entries.size(); i++) {
      for (int k = i % EACH; k < BEFORE.size(); k += EACH) {
        check(BEFORE.get(k) + entries.get(i).command(), fooled);
      }
    }
    assertThat(fooled).isEmpty();
  }

  @Test
  void shouldNotBeFooledByHowAProgramIsWritten() {
    List<String> fooled = new ArrayList<>();
    for (Corpus.Entry entry : named()) {
      String command = entry.command();
      int end = command.indexOf(' ') < 0 ? command.length() : command.indexOf(' ');
      String program = command.substring(0, end);
      if (program.length() > 1 && program.matches("[A-Za-z][A-Za-z0-9.-]*")) {
        for (UnaryOperator<String> spelling : SPELLINGS) {
          check(spelling.apply(program) + command.substring(end), fooled);
        }
      }
    }
    assertThat(fooled).isEmpty();
  }

  @Test
  void shouldNotBeFooledByAShellWithinAShell() {
    List<String> fooled = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (Corpus.Entry entry : graver()) {
      String quoted = "'" + entry.command().replace("'", "'\\''") + "'";
      for (String shell :
          List.of("sh -c ", "bash -c ", "sudo bash -xc ", "eval ", "su -c ", "bash <<< ")) {
        check(shell + quoted, fooled);
      }
      check("echo " + quoted + " | sh", fooled);
      check("cat <<'E' | bash\n" + entry.command() + "\nE", fooled);
      check("bash <<'E'\n" + entry.command() + "\nE", fooled);
    }
    for (Corpus.Entry entry : Corpus.refused()) {
      String quoted = "'" + entry.command().replace("'", "'\\''") + "'";
      for (String shell : List.of("sh -c ", "sudo bash -xc ", "eval ", "bash <<< ")) {
        if (isWhole(entry.command())
            && !(judge.judge(shell + quoted) instanceof Judgement.Refused)) {
          missed.add(shell + quoted);
        }
      }
    }
    assertThat(fooled).isEmpty();
    assertThat(missed).isEmpty();
  }

  @Test
  void shouldNotBeFooledByAShellWithinAShellWithinAShell() {
    String text = "rm -rf /";
    for (int i = 0; i < 4; i++) {
      text = "bash -c '" + text.replace("'", "'\\''") + "'";
      assertThat(judge.judge(text)).isInstanceOf(Judgement.Refused.class);
    }
    for (int i = 0; i < 20; i++) {
      text = "sudo " + text;
      assertThat(judge.judge(text)).isNotInstanceOf(Judgement.Harmless.class);
    }
  }

  private void check(String text, List<String> fooled) {
    Judgement judgement = judge.judge(text);
    if (judgement instanceof Judgement.Harmless || judgement instanceof Judgement.Creates) {
      fooled.add(text);
    }
  }

  /** Those that are whole: what is left open could be closed by what stands around it. */
  private List<Corpus.Entry> graver() {
    return Stream.concat(Corpus.asks().stream(), Corpus.refused().stream())
        .filter(entry -> isWhole(entry.command()))
        .toList();
  }

  private boolean isWhole(String command) {
    return !Corpus.reason(judge.judge(command)).contains("cannot be read with certainty")
        && !command.contains("'open")
        && !command.contains("$((x");
  }

  /** Those that begin with a program's name, so that something may stand before it. */
  private List<Corpus.Entry> named() {
    return graver().stream().filter(entry -> entry.command().matches("(?s)[A-Za-z/].*")).toList();
  }
}
