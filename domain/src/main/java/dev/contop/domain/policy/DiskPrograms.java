package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that format, partition and overwrite disks. */
final class DiskPrograms {

  private static final String FORMATS = "formats a disk";

  static final Map<String, Program> TABLE =
      new Table()
          .with(
              DiskPrograms::format,
              "mkfs",
              "mkfs.bfs",
              "mkfs.btrfs",
              "mkfs.cramfs",
              "mkfs.exfat",
              "mkfs.ext2",
              "mkfs.ext3",
              "mkfs.ext4",
              "mkfs.f2fs",
              "mkfs.fat",
              "mkfs.jfs",
              "mkfs.minix",
              "mkfs.msdos",
              "mkfs.ntfs",
              "mkfs.reiserfs",
              "mkfs.udf",
              "mkfs.vfat",
              "mkfs.xfs",
              "mke2fs",
              "mkdosfs",
              "mkntfs",
              "mkswap",
              "newfs",
              "wipefs",
              "blkdiscard")
          .with(DiskPrograms::copy, "dd", "dcfldd", "dc3dd", "ddrescue")
          .with(Looking.onlyWith("").operands(Integer.MAX_VALUE), "blkid")
          .asking(
              "changes disks, partitions or file systems",
              "fdisk",
              "sfdisk",
              "cfdisk",
              "gdisk",
              "sgdisk",
              "parted",
              "gparted",
              "partprobe",
              "hdparm",
              "nvme",
              "fsck",
              "fsck.ext4",
              "e2fsck",
              "xfs_repair",
              "tune2fs",
              "resize2fs",
              "badblocks",
              "debugfs",
              "btrfs",
              "zpool",
              "zfs",
              "mdadm",
              "cryptsetup",
              "dmsetup",
              "lvcreate",
              "lvremove",
              "lvresize",
              "vgcreate",
              "vgremove",
              "pvcreate",
              "pvremove",
              "fstrim",
              "udisksctl",
              "eject",
              "diskutil",
              "hdiutil",
              "asr")
          .done();

  private DiskPrograms() {}

  /** Each operand that may be a device is one that is lost. */
  private static Judgement format(Call call) {
    Judgement judgement = call.asks(FORMATS);
    for (Word word : call.arguments()) {
      if (!word.lead().startsWith("-")) {
        judgement = judgement.or(Disks.overwriting(call, word).orElse(Judgement.harmless()));
      }
    }
    return judgement;
  }

  private static Judgement copy(Call call) {
    Judgement judgement = call.asks("overwrites what it copies to");
    for (Word word : targets(call)) {
      judgement = judgement.or(Disks.overwriting(call, word).orElse(Judgement.harmless()));
    }
    return judgement;
  }

  /** The words behind {@code of=}, and those that may become one. */
  private static List<Word> targets(Call call) {
    List<Word> targets = new ArrayList<>();
    for (Word word : call.arguments()) {
      if (word.lead().startsWith("of=")) {
        targets.add(Path.behind(word, "of="));
      } else if (word.isVague() || word.lead().startsWith("/dev/")) {
        targets.add(word);
      }
    }
    return targets;
  }
}
