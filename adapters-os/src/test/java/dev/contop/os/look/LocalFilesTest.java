package dev.contop.os.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.policy.LookAtFile;
import dev.contop.domain.policy.LookAtFile.Seen;
import dev.contop.domain.policy.LookAtFileContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LocalFilesTest extends LookAtFileContract {

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("here"), "x");
    Files.createDirectory(folder.resolve("sub"));
  }

  @Override
  protected LookAtFile subject() {
    return new LocalFiles(folder);
  }

  @Override
  protected String home() {
    return real().toString();
  }

  private Path real() {
    try {
      return folder.toRealPath();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  @Test
  void shouldSeeFolders() {
    assertThat(subject().look("sub")).isEqualTo(Seen.EXISTS);
    assertThat(subject().look("sub/gone")).isEqualTo(Seen.ABSENT);
    assertThat(subject().look("~")).isEqualTo(Seen.EXISTS);
  }

  @Test
  void shouldFollowNoLink() throws IOException {
    // Given
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("folders"), folder.resolve("sub"));

    // Then
    assertThat(subject().look("link")).isEqualTo(Seen.UNKNOWN);
    assertThat(subject().look("folders/gone")).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void shouldNotTouchWhatIsMountedFromElsewhere() throws IOException {
    // Given a table in which a part of the folder is on another computer
    Path proc = folder.resolve("proc");
    Files.createDirectories(proc.resolve("self"));
    String home = home();
    Files.writeString(
        folder.resolve("proc/self/mountinfo"),
        "22 1 8:1 / / rw - ext4 /dev/root rw\n23 22 0:40 / " + home + "/sub rw - nfs4 far:/x rw\n");
    LookAtFile files = new LocalFiles(folder, proc, folder);

    // Then
    assertThat(files.look("here")).isEqualTo(Seen.EXISTS);
    assertThat(files.look("sub/gone")).isEqualTo(Seen.UNKNOWN);
    assertThat(files.look("sub")).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void shouldLookOnlyAtHomeWhereMountsAreNotListed() throws IOException {
    LookAtFile files = new LocalFiles(folder.resolve("sub"), folder.resolve("none"), folder);

    assertThat(files.look("gone")).isEqualTo(Seen.ABSENT);
    assertThat(files.look(home() + "/here")).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void shouldNotGuessWhereTheTableIsNotUnderstood() throws IOException {
    Path proc = folder.resolve("proc");
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(folder.resolve("proc/self/mountinfo"), "what\n");

    assertThat(new LocalFiles(folder, proc, folder).look("here")).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void shouldSeeFilesOfTheDeviceFolder() {
    assertThat(subject().look("/dev/null")).isEqualTo(Seen.EXISTS);
  }
}
