package dev.contop.os.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.notice.Notice;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;
import dev.contop.os.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class NotifySendTest {

  private static final Notice NOTICE = new Notice.PhoneConnected(new DeviceId("phone"), Role.VIEW);

  @TempDir private Path folder;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() throws InterruptedException {
    worker.shutdown();
    assertThat(worker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private NotifySend withProgram(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("notify-send"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return subject();
  }

  private NotifySend subject() {
    return new NotifySend(Programs.in(List.of(folder)), folder, worker);
  }

  private void await() throws InterruptedException {
    worker.shutdown();
    assertThat(worker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldHandTheWordsToTheDesktop() throws Exception {
    // Given
    Path said = folder.resolve("said");

    // When
    withProgram("printf '%s\\n' \"$@\" > " + said).show(NOTICE);
    await();

    // Then
    assertThat(Files.readAllLines(said))
        .endsWith("--", "A phone is connected", "phone watches this desktop.");
  }

  @Test
  void shouldDoWithoutSuchAProgram() throws Exception {
    subject().show(NOTICE);
    await();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldNotWaitForeverForADesktopThatDoesNotListen() throws Exception {
    // Given
    Path pid = folder.resolve("pid");
    long began = System.nanoTime();

    // When
    withProgram("echo $$ > " + pid + "; exec sleep 60").show(NOTICE);
    await();

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    assertThat(
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .filter(ProcessHandle::isAlive))
        .isEmpty();
  }
}
