package dev.contop.domain.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets a short list of programs run that only look, given as plain words; forbids all else.
 *
 * <p>A program is on the list only if none of its options writes, starts or sets anything on any
 * system that has a program of that name, or if those arguments are excluded here. Some that look
 * harmless are missing for that reason: {@code arch} and {@code getconf} can start programs, and
 * {@code base64} can write files.
 */
public final class ReadOnlyPrograms implements CommandPolicy {

  private static final Set<String> PROGRAMS =
      Set.of(
          "basename",
          "cal",
          "cat",
          "cksum",
          "cmp",
          "column",
          "comm",
          "cut",
          "df",
          "dirname",
          "du",
          "echo",
          "false",
          "fold",
          "free",
          "grep",
          "groups",
          "head",
          "id",
          "join",
          "last",
          "locale",
          "ls",
          "lsblk",
          "lscpu",
          "md5sum",
          "nl",
          "nproc",
          "od",
          "paste",
          "pgrep",
          "printenv",
          "ps",
          "pstree",
          "pwd",
          "readlink",
          "realpath",
          "rev",
          "seq",
          "sha1sum",
          "sha256sum",
          "sha512sum",
          "sleep",
          "stat",
          "strings",
          "tac",
          "tail",
          "tr",
          "true",
          "tty",
          "type",
          "uname",
          "uptime",
          "vmstat",
          "w",
          "wc",
          "which",
          "who",
          "whoami");

  /**
   * Programs that only look as long as every argument passes: {@code diff -l} starts another
   * program, {@code lspci -q} writes a file, {@code pidof -k} ends processes on some systems, and
   * bash evaluates subscripts in {@code printf -v 'a[…]'}, commands and all.
   */
  private static final Map<String, Predicate<String>> CAREFUL =
      Map.of(
          "date",
          argument -> argument.startsWith("+") || argument.equals("-u"),
          "diff",
          onlyOptions("abBcCdiNqrsuUwy"),
          "hostname",
          Set.of("-f", "-i", "-I", "-s", "-d")::contains,
          "lspci",
          onlyOptions("vnkmtDsd"),
          "lsusb",
          onlyOptions("vtsd"),
          "pidof",
          onlyOptions("s"),
          "printf",
          argument -> !argument.startsWith("-") && argument.chars().noneMatch(c -> c == '['));

  private static Predicate<String> onlyOptions(String letters) {
    return argument ->
        !argument.startsWith("-")
            || argument.chars().skip(1).allMatch(c -> letters.indexOf(c) >= 0);
  }

  @Override
  public Verdict judge(Command command) {
    PlainWords.Reading reading = PlainWords.read(command.line());
    if (reading instanceof PlainWords.Reading.Special special) {
      return new Verdict.Forbidden(
          "Only single, plain commands run at present, and this one has " + special.part() + ".");
    }
    List<String> words = ((PlainWords.Reading.Words) reading).words();
    if (words.isEmpty()) {
      return new Verdict.Forbidden("There is no command in this.");
    }
    String program = words.get(0);
    if (PROGRAMS.contains(program)) {
      return new Verdict.Allowed(command);
    }
    Predicate<String> harmless = CAREFUL.get(program);
    if (harmless == null) {
      return new Verdict.Forbidden(
          "Only programs that change nothing run at present, and “"
              + shown(program)
              + "” is not known to be one.");
    }
    for (String argument : words.subList(1, words.size())) {
      if (!harmless.test(argument)) {
        return new Verdict.Forbidden(
            "“" + program + "” runs only to look, and not with “" + shown(argument) + "”.");
      }
    }
    return new Verdict.Allowed(command);
  }

  private static String shown(String word) {
    return word.length() <= 40 ? word : word.substring(0, Utf8Length.whole(word, 40)) + "…";
  }
}
