package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.Map;
import java.util.Optional;

/** Programs that delete, move, overwrite and protect files. */
final class FilePrograms {

  static final Map<String, Program> TABLE =
      new Table()
          .with(call -> Ruin.remove(call).or(call.asks("deletes files")), "rm", "grm")
          .with(call -> Ruin.permissions(call).or(call.asks("changes permissions")), "chmod")
          .with(
              call -> Ruin.permissions(call).or(call.asks("changes who owns files")),
              "chown",
              "chgrp")
          .with(call -> Ruin.move(call).or(call.asks("moves or renames files")), "mv")
          .with(onto("overwrites files that are there"), "cp", "install", "tee", "truncate")
          .with(onto("deletes files for good"), "shred", "srm", "wipe")
          .with(FilePrograms::makeFolder, "mkdir")
          .asking("deletes files", "rmdir", "unlink", "trash", "trash-put", "trash-empty", "gio")
          .asking("moves or renames files", "rename", "mmv", "prename")
          .asking("makes links, in the place of files if forced", "ln", "link", "symlink")
          .asking("changes files", "touch", "mkfifo", "mknod", "mktemp", "logger", "xdg-mime")
          .asking(
              "changes permissions",
              "chattr",
              "setfacl",
              "setcap",
              "chcon",
              "restorecon",
              "setfattr",
              "icacls")
          .asking(
              "acts on the desktop",
              "xdotool",
              "wmctrl",
              "ydotool",
              "xte",
              "xprop",
              "xsel",
              "xclip")
          .asking("opens it with another program", "xdg-open", "open", "gnome-open", "kde-open")
          .done();

  private FilePrograms() {}

  /** Programs that write to any of their operands. */
  private static Program onto(String says) {
    return call -> {
      Judgement judgement = call.asks(says);
      for (Word word : call.arguments()) {
        Optional<Judgement> disk = Optional.empty();
        if (word.lead().startsWith("/dev/")) {
          disk = Disks.overwriting(call, word);
        }
        judgement = judgement.or(disk.orElse(Judgement.harmless()));
      }
      return judgement;
    };
  }

  /** A new folder harms nothing, and one that is there stays as it is. */
  private static Judgement makeFolder(Call call) {
    Judgement looks = Looking.onlyWith("pv", "--parents", "--verbose").judge(call);
    return looks instanceof Judgement.Harmless
        ? new Judgement.Creates(Reason.of(call.span(), "makes a new folder"))
        : call.asks("makes a new folder");
  }
}
