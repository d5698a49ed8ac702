package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written is said in words, and written again as soon as it can be. */
@Timeout(30)
final class BrokenDiskTest {

  @TempDir private Path temp;

  @SuppressWarnings("NullAway.Init")
  private LogForTest log;

  @BeforeEach
  void open() {
    log = new LogForTest(temp.resolve("audit"));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void shouldSayThatTheDiskIsFullAndGoOnWhenItIsNot() throws IOException {
    // Given: a file on a device that is always full
    Files.createDirectories(log.folder);
    Files.createSymbolicLink(log.today(), Path.of("/dev/full"));

    // When / Then
    assertThat(log.write("1"))
        .containsExactly("1: The audit log cannot be written: the disk is full.");
    assertThat(log.write("2"))
        .containsExactly("2: The audit log cannot be written: the disk is full.");

    // When
    Files.delete(log.today());

    // Then
    log.writeWell("3");
    assertThat(log.versions()).containsExactly("3");
    assertThat(log.checkWell().first()).isEqualTo(1);
  }

  @Test
  void shouldSayThatItsFolderIsGoneAndNotMakeItAgain() throws IOException {
    // Given
    log.writeWell("1");
    Files.delete(log.today());
    Files.delete(log.folder.resolve(".lock"));
    Files.delete(log.folder);

    // When / Then
    assertThat(log.write("2"))
        .containsExactly("2: The audit log cannot be written: its folder is gone.");
    assertThat(log.folder).doesNotExist();

    // When
    Files.createDirectory(log.folder);

    // Then: what was removed shows in the number with which the rest begins
    log.writeWell("3");
    assertThat(log.checkWell().first()).isEqualTo(2);
  }

  @Test
  void shouldSayThatSomethingIsInThePlaceOfItsFolder() throws IOException {
    // Given
    Files.writeString(log.folder, "in the way");

    // When / Then
    assertThat(log.write("1"))
        .containsExactly(
            "1: The audit log cannot be written: its folder is gone or something else is in its"
                + " place.");

    // When
    Files.delete(log.folder);

    // Then
    log.writeWell("2");
  }

  @Test
  void shouldBeginAnewFileWhenItsFileWasRemovedAndKeepTheChain() throws IOException {
    // Given
    log.setClock("2026-02-28T12:00:00Z");
    log.writeWell("1");
    log.setClock("2026-03-01T12:00:00Z");
    log.writeWell("2", "3");
    Files.delete(log.today());

    // When
    log.writeWell("4");

    // Then
    assertThat(log.check())
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> assertThat(broken.reason()).isEqualTo(Verification.Reason.GAP));
  }

  @Test
  void shouldGoOnAfterALineThatSomebodyElseAppended() throws IOException {
    // Given
    log.writeWell("1");
    Files.writeString(log.today(), "hello", java.nio.file.StandardOpenOption.APPEND);

    // When
    log.writeWell("2");

    // Then
    assertThat(log.checkWell().recovered()).hasSize(1);
  }
}
