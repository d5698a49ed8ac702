package dev.contop.os.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.policy.LookAtFile.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockDevicesTest {

  @TempDir Path folder;
  private Path proc;
  private Path sys;

  @BeforeEach
  void aDiskThatIsMountedAndOneThatIsNot() throws IOException {
    proc = folder.resolve("proc");
    sys = folder.resolve("sys");
    disk("sda", "8:0");
    partition("sda", "sda1", "8:1");
    disk("sdb", "8:16");
    partition("sdb", "sdb1", "8:17");
    disk("sdc", "8:32");
    disk("nvme0n1", "259:0");
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(
        proc.resolve("self/mountinfo"),
        "22 1 8:1 / / rw - ext4 /dev/root rw\n30 22 0:50 / /data rw - btrfs /dev/nvme0n1p2 rw\n");
    Files.writeString(proc.resolve("swaps"), "Filename Type Size\n/dev/sdc partition 1\n");
  }

  @Test
  void shouldSeeWhatIsMountedByItsNumber() throws IOException {
    assertThat(look("/dev/sda")).isEqualTo(Seen.DEVICE_IN_USE);
    assertThat(look("/dev/sda1")).isEqualTo(Seen.DEVICE_IN_USE);
  }

  @Test
  void shouldSeeWhatIsMountedByItsName() throws IOException {
    assertThat(look("/dev/nvme0n1")).isEqualTo(Seen.DEVICE_IN_USE);
  }

  @Test
  void shouldSeeWhatIsSwappedTo() throws IOException {
    assertThat(look("/dev/sdc")).isEqualTo(Seen.DEVICE_IN_USE);
  }

  @Test
  void shouldSeeWhatIsAPartOfAnother() throws IOException {
    Files.createDirectory(sys.resolve("class/block/sdb/sdb1/holders/dm-0"));

    assertThat(look("/dev/sdb")).isEqualTo(Seen.DEVICE_IN_USE);
    assertThat(look("/dev/sdb1")).isEqualTo(Seen.DEVICE_IN_USE);
  }

  @Test
  void shouldSeeWhatNothingUses() throws IOException {
    assertThat(look("/dev/sdb")).isEqualTo(Seen.EXISTS);
    assertThat(look("/dev/tty")).isEqualTo(Seen.EXISTS);
  }

  @Test
  void shouldNotGuessElsewhere() throws IOException {
    assertThat(look("/home/sdb")).isEqualTo(Seen.UNKNOWN);
    assertThat(new BlockDevices(proc, folder.resolve("none")).look(Path.of("/dev/sdb")))
        .isEqualTo(Seen.UNKNOWN);
  }

  private Seen look(String device) throws IOException {
    return new BlockDevices(proc, sys).look(Path.of(device));
  }

  private void disk(String name, String number) throws IOException {
    Path disk = sys.resolve("class/block").resolve(name);
    Files.createDirectories(disk.resolve("holders"));
    Files.writeString(disk.resolve("dev"), number + "\n");
  }

  /** A partition is shown inside of its disk and beside it. */
  private void partition(String disk, String name, String number) throws IOException {
    Path inside = sys.resolve("class/block").resolve(disk).resolve(name);
    Files.createDirectories(inside.resolve("holders"));
    Files.writeString(inside.resolve("dev"), number + "\n");
    Files.writeString(inside.resolve("partition"), "1\n");
    Files.createSymbolicLink(sys.resolve("class/block").resolve(name), inside);
  }
}
