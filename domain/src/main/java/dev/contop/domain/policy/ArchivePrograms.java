package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs that pack and unpack. */
final class ArchivePrograms {

  private static final String UNPACKS = "writes files, over others if they are there";

  static final Map<String, Program> TABLE =
      new Table()
          .with(ArchivePrograms::tar, "tar", "bsdtar", "gtar")
          .with(Looking.onlyWith("12hlmstvzTZM"), "zipinfo")
          .with(ArchivePrograms::unzip, "unzip")
          .with(Looking.onlyWith("cdfklqtv"), "zcat", "bzcat", "xzcat", "zstdcat", "gzcat")
          .with(Looking.onlyWith("EFGHLchilnoqsvwxyz"), "zgrep", "zegrep", "xzgrep")
          .with(
              new Subcommands(
                  Set.of(), Set.of(), Set.of("l", "t"), Looking.onlyWith(""), Map.of(), UNPACKS),
              "7z",
              "7za",
              "7zr")
          .asking(
              UNPACKS,
              "zip",
              "gzip",
              "gunzip",
              "bzip2",
              "bunzip2",
              "xz",
              "unxz",
              "zstd",
              "unzstd",
              "lz4",
              "compress",
              "uncompress",
              "rar",
              "unrar",
              "cpio",
              "pax",
              "ar",
              "unsquashfs",
              "mksquashfs")
          .done();

  private ArchivePrograms() {}

  /** Only lists: the first word is a cluster with {@code t} and nothing that writes or runs. */
  private static Judgement tar(Call call) {
    String mode = call.argument(0);
    String letters = mode.startsWith("-") ? mode.substring(1) : mode;
    boolean lists =
        letters.indexOf('t') >= 0 && letters.chars().allMatch(c -> "tvfzjJ".indexOf(c) >= 0);
    for (Word word :
        call.arguments().subList(Math.min(1, call.arguments().size()), call.arguments().size())) {
      // A colon in the archive's name would start a program that fetches it from elsewhere.
      lists &= word.isLiteral() && !word.lead().startsWith("-") && word.lead().indexOf(':') < 0;
    }
    return lists ? Judgement.harmless() : call.asks(UNPACKS);
  }

  private static Judgement unzip(Call call) {
    boolean lists = List.of("-l", "-v", "-t", "-Z", "-lv", "-p").contains(call.argument(0));
    return lists ? Looking.onlyWith("lvtZpq").judge(call) : call.asks(UNPACKS);
  }
}
