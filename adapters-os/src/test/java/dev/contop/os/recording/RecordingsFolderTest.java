package dev.contop.os.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.recording.KeepRecordings;
import dev.contop.application.recording.KeepRecordingsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings as files (T75). */
class RecordingsFolderTest extends KeepRecordingsContract {

  @TempDir private Path data;

  @Override
  protected KeepRecordings subject() {
    return new RecordingsFolder(folder());
  }

  private Path folder() {
    return data.resolve("recordings");
  }

  @Test
  void shouldLetNobodyElseSee() throws IOException {
    // When
    subject().make(FIRST).close();

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    for (String name : new String[] {FIRST.value(), FIRST.captions()}) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void shouldMakeNoFolderForNothing() throws IOException {
    // When
    subject().list();

    // Then
    assertThat(folder()).doesNotExist();
  }

  @Test
  void shouldPassOverWhatIsNoRecording() throws IOException {
    // Given
    subject().make(FIRST).close();
    Files.writeString(folder().resolve("notes.txt"), "mine");
    Files.createDirectory(folder().resolve(SECOND.value()));
    Path secret = Files.writeString(data.resolve("secret"), "s");
    Files.delete(folder().resolve(FIRST.captions()));
    Files.createSymbolicLink(folder().resolve(FIRST.captions()), secret);

    // Then
    assertThat(subject().list()).singleElement().matches(one -> one.name().equals(FIRST));
    assertThat(subject().read(FIRST, true)).isEmpty();
    assertThat(subject().read(SECOND, false)).isEmpty();
  }
}
