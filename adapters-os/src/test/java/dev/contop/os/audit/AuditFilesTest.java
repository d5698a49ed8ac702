package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.audit.WriteAuditContract;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry.HostStarted;
import dev.contop.domain.audit.AuditEntry.IntentReceived;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T55 on a real disk. */
final class AuditFilesTest extends WriteAuditContract {

  @TempDir private Path temp;

  @SuppressWarnings("NullAway.Init")
  private LogForTest log;

  @BeforeEach
  void open() {
    log = new LogForTest(temp.resolve("audit"));
  }

  @AfterEach
  void leaveNoThread() {
    log.close();
    Awaitility.await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("audit")));
  }

  @Override
  protected WriteAudit subject() {
    return log.log();
  }

  @Override
  protected List<String> startsWritten() {
    return log.versions();
  }

  @Override
  protected void breakStore() {
    move(log.folder, temp.resolve("elsewhere"));
  }

  @Override
  protected void mendStore() {
    move(temp.resolve("elsewhere"), log.folder);
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldKeepEverythingToItsOwner() throws IOException {
    // When
    log.writeWell("1");

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.today())))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldCloseAFileThatStoodOpenToOthers() throws IOException {
    // Given
    log.writeWell("1");
    Files.setPosixFilePermissions(log.today(), PosixFilePermissions.fromString("rw-r--r--"));

    // When
    log.restart();
    log.writeWell("2");

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.today())))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldMakeAChainThatHolds() throws IOException {
    // Given
    String[] versions = IntStream.range(0, 500).mapToObj(Integer::toString).toArray(String[]::new);

    // When
    log.writeWell(versions);

    // Then
    assertThat(log.checkWell().lines()).isEqualTo(500);
  }

  @Test
  void shouldRefuseWhatIsBeyondItsBoundAtOnce() throws InterruptedException {
    // Given: a writer that waits for an observer
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    log.log()
        .write(
            new HostStarted("first"),
            About.HOST,
            new ObserveAudit() {
              @Override
              public void written() {
                held.countDown();
                awaitQuietly(letGo);
              }

              @Override
              public void failed(String reason) {}
            });
    held.await();
    String large = "x".repeat(AuditFiles.MOST_CHARACTERS / 4);

    // When
    for (int i = 0; i < 4; i++) {
      write(
          new IntentReceived(new ExecutionId(UUID.randomUUID()), new Intent(large)), "large " + i);
    }

    // Then
    assertThat(outcomes.seen())
        .containsExactly("large 3: Too much waits to be written to the audit log.");

    // When
    for (int i = 0; i <= AuditFiles.MOST_WAITING; i++) {
      write(new HostStarted("small"), "small " + i);
    }

    // Then
    assertThat(outcomes.seen().size()).isBetween(2, 10);
    letGo.countDown();
    outcomes.await(4 + AuditFiles.MOST_WAITING + 1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldGoOnWhenAnObserverFails() {
    // Given
    log.log()
        .write(
            new HostStarted("1"),
            About.HOST,
            new ObserveAudit() {
              @Override
              public void written() {
                throw new IllegalStateException("a bug");
              }

              @Override
              public void failed(String reason) {}
            });

    // When / Then
    log.writeWell("2");
  }

  @Test
  void shouldRefuseInWordsAfterItsEnd() {
    // Given
    log.writeWell("1");
    log.close();

    // When / Then
    assertThat(log.write("2")).containsExactly("2: The host is shutting down.");
  }

  @Test
  void shouldNotLetTwoHostsWriteOneLog() throws IOException {
    // Given
    log.writeWell("1");
    try (LogForTest other = new LogForTest(log.folder)) {

      // When / Then
      assertThat(other.write("2"))
          .containsExactly("2: The audit log cannot be written: another host writes it.");
      log.close();
      other.writeWell("3");
      assertThat(other.checkWell().lines()).isEqualTo(2);
    }
  }
}
