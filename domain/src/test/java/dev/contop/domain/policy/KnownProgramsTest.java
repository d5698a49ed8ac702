package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Goes through every program that is known. */
class KnownProgramsTest {

  /** Those that only look whatever they are given. Adding one needs a second thought, and this. */
  private static final Set<String> FREE =
      Set.of(
          ":",
          "acpi",
          "apropos",
          "atq",
          "b2sum",
          "basename",
          "break",
          "cal",
          "cat",
          "cd",
          "cksum",
          "cmp",
          "column",
          "comm",
          "continue",
          "cut",
          "df",
          "dirname",
          "dirs",
          "du",
          "echo",
          "egrep",
          "exit",
          "expand",
          "factor",
          "false",
          "fgrep",
          "fold",
          "free",
          "getent",
          "getfacl",
          "grep",
          "groups",
          "head",
          "hexdump",
          "hostid",
          "id",
          "iostat",
          "join",
          "jq",
          "last",
          "locale",
          "locate",
          "logname",
          "lpstat",
          "ls",
          "lsattr",
          "lsblk",
          "lscpu",
          "lsmem",
          "lsmod",
          "lsns",
          "md5sum",
          "modinfo",
          "mpstat",
          "namei",
          "netstat",
          "nl",
          "nproc",
          "numfmt",
          "od",
          "paste",
          "pathchk",
          "pgrep",
          "pidstat",
          "popd",
          "printenv",
          "ps",
          "pstree",
          "pushd",
          "pwd",
          "readelf",
          "readlink",
          "realpath",
          "return",
          "rev",
          "seq",
          "sha1sum",
          "sha224sum",
          "sha256sum",
          "sha384sum",
          "sha512sum",
          "shift",
          "sleep",
          "stat",
          "strings",
          "sum",
          "tac",
          "tail",
          "times",
          "tr",
          "traceroute",
          "true",
          "tsort",
          "tty",
          "type",
          "uname",
          "unexpand",
          "upower",
          "uptime",
          "users",
          "vmstat",
          "w",
          "wc",
          "whatis",
          "whereis",
          "which",
          "who",
          "whoami",
          "xwininfo");

  private final CommandJudge judge = new CommandJudge(Profile.ASK, UserRules.NONE, Corpus::look);

  @Test
  void shouldTrustOnlyTheseWithAnyArguments() {
    Set<String> free = new TreeSet<>();
    for (String name : KnownPrograms.names()) {
      if (judge.judge("\\" + name + " $x") instanceof Judgement.Harmless) {
        free.add(name);
      }
    }
    assertThat(free).isEqualTo(new TreeSet<>(FREE));
  }

  @Test
  void shouldSayASentenceForEachThatAsks() {
    for (String name : KnownPrograms.names()) {
      for (String arguments : List.of("", " x", " -x", " --xyz=1 /dev/sdz", " -x 'a b' $y {a,b}")) {
        Judgement judgement = judge.judge("\\" + name + arguments);
        if (!(judgement instanceof Judgement.Harmless)) {
          assertThat(Corpus.reason(judgement)).as(name + arguments).startsWith("“").endsWith(".");
        }
      }
    }
  }

  @Test
  void shouldAskForEachByAnotherPath() {
    for (String name : KnownPrograms.names()) {
      assertThat(judge.judge("/tmp/" + name)).as(name).isInstanceOf(Judgement.Asks.class);
      assertThat(judge.judge("./" + name)).as(name).isInstanceOf(Judgement.Asks.class);
    }
  }

  @Test
  void shouldKnowPrograms() {
    assertThat(KnownPrograms.knows("ls")).isTrue();
    assertThat(KnownPrograms.knows("frobnicate")).isFalse();
    assertThat(KnownPrograms.names()).hasSizeGreaterThan(700);
  }

  @Test
  void shouldNotKnowAProgramTwice() {
    Table table = new Table().asking("looks", "a");

    assertThatThrownBy(() -> table.asking("looks", "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a");
  }
}
