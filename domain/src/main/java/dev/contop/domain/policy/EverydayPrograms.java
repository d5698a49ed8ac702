package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.Map;
import java.util.Set;

/** Programs that people use all day to look at files, text and the system. */
final class EverydayPrograms {

  /** {@code date} sets the clock with most of its other arguments, on one system or another. */
  private static final Set<String> DATE = Set.of("-u", "-R", "-I");

  private static final Set<String> HOSTNAME = Set.of("-A", "-I", "-d", "-f", "-i", "-s");

  static final Map<String, Program> TABLE =
      new Table()
          .with(
              Looking.freely(),
              "apropos",
              "b2sum",
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
              "egrep",
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
              "nl",
              "nproc",
              "numfmt",
              "od",
              "paste",
              "pathchk",
              "pgrep",
              "pidstat",
              "printenv",
              "ps",
              "pstree",
              "readelf",
              "readlink",
              "realpath",
              "rev",
              "seq",
              "sha1sum",
              "sha224sum",
              "sha256sum",
              "sha384sum",
              "sha512sum",
              "sleep",
              "stat",
              "strings",
              "sum",
              "tac",
              "tail",
              "tr",
              "tsort",
              "tty",
              "uname",
              "unexpand",
              "uptime",
              "users",
              "vmstat",
              "w",
              "wc",
              "whatis",
              "whereis",
              "which",
              "who",
              "whoami")
          .with(EverydayPrograms::date, "date")
          .with(EverydayPrograms::hostname, "hostname")
          // “diff -l” starts another program.
          .with(Looking.onlyWith("abBcCdiNqrsuUwy", "--color", "--brief"), "diff")
          .with(Looking.onlyWith("vnkmtDsd"), "lspci")
          .with(Looking.onlyWith("vtsd"), "lsusb")
          // “pidof -k” ends processes on some systems.
          .with(Looking.onlyWith("s"), "pidof")
          .with(Looking.without("-o", "-R", "--output-file"), "tree")
          .with(Looking.without("--plugin"), "nm", "objdump", "size")
          .with(Looking.without("-C", "--compile"), "file")
          .with(Looking.without("-D"), "lsof")
          .with(EverydayPrograms::pager, "less", "more")
          .with(Looking.onlyWith("fk"), "man")
          .done();

  private EverydayPrograms() {}

  private static Judgement pager(Call call) {
    boolean commands = call.arguments().stream().anyMatch(word -> word.lead().startsWith("+"));
    return commands ? call.asks("may run commands") : Looking.onlyWith("EFNRSXien").judge(call);
  }

  private static Judgement date(Call call) {
    for (Word word : call.arguments()) {
      boolean format = word.lead().startsWith("+") && !word.isVague();
      if (!format && !DATE.contains(word.text().orElse(""))) {
        return call.asks("may set the clock");
      }
    }
    return Judgement.harmless();
  }

  private static Judgement hostname(Call call) {
    for (Word word : call.arguments()) {
      if (!HOSTNAME.contains(word.text().orElse(""))) {
        return call.asks("may rename this computer");
      }
    }
    return Judgement.harmless();
  }
}
