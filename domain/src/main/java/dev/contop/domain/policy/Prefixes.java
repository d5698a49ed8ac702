package dev.contop.domain.policy;

import dev.contop.domain.shell.ShellText;
import dev.contop.domain.shell.Word;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that run another one, which stands behind their own options. */
final class Prefixes {

  /**
   * How such a program is called.
   *
   * @param flags letters of options without a value
   * @param valued letters of options with one
   * @param longOptions long options; those with a value end with {@code =}
   * @param operands how many words stand between the options and the command
   * @param assigns whether {@code name=value} may stand there too
   * @param says why it asks whatever it runs; nothing if it does not
   */
  private record Prefix(
      String flags,
      String valued,
      Set<String> longOptions,
      int operands,
      boolean assigns,
      Optional<String> says)
      implements Program {

    @Override
    public Judgement judge(Call call) {
      Judgement own = says.map(call::asks).orElse(Judgement.harmless());
      int at = 1;
      int size = call.words().size();
      while (at < size && isOption(call.words().get(at).lead())) {
        String word = call.words().get(at).text().orElse("");
        at++;
        if (word.equals("--")) {
          break;
        }
        int values = valuesBehind(word);
        if (values < 0) {
          return unclear(call);
        }
        at += values;
      }
      at += operands;
      Judgement set = Judgement.harmless();
      while (assigns && at < size && ShellText.assigned(call.words().get(at)).isPresent()) {
        Word word = call.words().get(at);
        set = set.or(Variables.given(Options.name(word.lead()), word.source()));
        at++;
      }
      for (Word skipped : call.words().subList(1, Math.min(at, size))) {
        if (skipped.isManifold() || skipped.isVague()) {
          return unclear(call);
        }
      }
      return at < size ? call.inner(at).or(set).or(own) : set.or(own);
    }

    private boolean isOption(String word) {
      return word.equals("-") ? longOptions.contains(word) : word.startsWith("-");
    }

    /** How many words behind {@code option} belong to it; negative if it is not known. */
    private int valuesBehind(String option) {
      String name = Options.name(option);
      if (longOptions.contains(name)) {
        return 0;
      }
      if (longOptions.contains(name + "=")) {
        return name.equals(option) ? 1 : 0;
      }
      if (option.startsWith("--")) {
        return -1;
      }
      for (int i = 1; i < option.length(); i++) {
        char letter = option.charAt(i);
        if (valued.indexOf(letter) >= 0) {
          return i == option.length() - 1 ? 1 : 0;
        }
        if (flags.indexOf(letter) < 0) {
          return -1;
        }
      }
      return option.isEmpty() ? -1 : 0;
    }

    private Judgement unclear(Call call) {
      return Ruin.within(call.words(), call.within())
          .or(call.asks("runs another command in a way that is not followed"));
    }
  }

  private static final String AS_ANOTHER = "runs as another user";

  static final Map<String, Program> TABLE =
      new Table()
          .with(
              prefix("AbEeHiknPSsV", "CDghpRrTtu", AS_ANOTHER, "--preserve-env", "--user="), "sudo")
          .with(prefix("Lns", "Cu", AS_ANOTHER), "doas")
          .with(prefix("", "", AS_ANOTHER, "--user="), "pkexec")
          .with(Prefixes::env, "env")
          .with(plain("0123456789", "n", 0, "--adjustment="), "nice")
          .with(plain("t", "cn", 0, "--class=", "--classdata=", "--ignore"), "ionice")
          .with(plain("", "", 0), "nohup", "builtin")
          .with(plain("cfw", "", 0, "--fork", "--wait", "--ctty"), "setsid")
          .with(plain("pv", "f", 0, "--portability", "--verbose"), "time")
          .with(
              plain(
                  "v", "ks", 1, "--foreground", "--preserve-status", "--kill-after=", "--signal="),
              "timeout",
              "gtimeout")
          .with(plain("", "ioe", 0, "--input=", "--output=", "--error="), "stdbuf", "gstdbuf")
          .with(plain("dims", "tw", 0), "caffeinate")
          .with(plain("bdfior", "", 1), "chrt")
          .with(plain("c", "", 1), "taskset")
          .with(Prefixes::command, "command")
          .with(plain("cl", "a", 0), "exec")
          .with(plain("", "", 0), "busybox", "toybox")
          .with(operand(1, "runs in another root folder"), "chroot")
          .with(operand(1, "waits for a lock, and makes it if it is missing"), "flock")
          .with(operand(0, "runs in another way than it reads"), "unshare", "nsenter")
          .with(operand(0, "runs as a service"), "systemd-run")
          .with(operand(0, "follows and may change another program"), "strace", "ltrace", "gdb")
          .with(operand(0, "runs again and again"), "watch")
          .with(operand(0, "runs on in a terminal of its own"), "screen", "tmux", "script")
          .with(operand(0, "starts a desktop of its own"), "xvfb-run", "dbus-run-session")
          .done();

  private Prefixes() {}

  private static Prefix plain(String flags, String valued, int operands, String... longOptions) {
    return new Prefix(flags, valued, Set.of(longOptions), operands, false, Optional.empty());
  }

  private static Prefix prefix(String flags, String valued, String says, String... longOptions) {
    return new Prefix(flags, valued, Set.of(longOptions), 0, true, Optional.of(says));
  }

  /** Asks, and looks for the worst among what it may run. */
  private static Program operand(int operands, String says) {
    Prefix prefix = new Prefix("", "", Set.of(), operands, false, Optional.of(says));
    return call -> call.asks(says).or(Interpreters.textOf(call)).or(prefix.judge(call));
  }

  private static Judgement env(Call call) {
    Prefix prefix =
        new Prefix(
            "i0",
            "uC",
            Set.of("--ignore-environment", "--null", "--unset=", "--chdir=", "-"),
            0,
            true,
            Optional.empty());
    if (call.arguments().stream().anyMatch(Prefixes::splits)) {
      return Interpreters.textOf(call).or(call.asks("runs text as a command"));
    }
    return prefix.judge(call);
  }

  private static boolean splits(Word word) {
    return Options.matches("-S", word.lead()) || Options.matches("--split-string", word.lead());
  }

  /** With {@code -v} it only says what a name is. */
  private static Judgement command(Call call) {
    return call.argument(0).equals("-v") || call.argument(0).equals("-V")
        ? Judgement.harmless()
        : plain("p", "", 0).judge(call);
  }
}
