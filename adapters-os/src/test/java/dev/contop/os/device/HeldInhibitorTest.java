package dev.contop.os.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.contop.os.process.Programs;
import dev.contop.os.process.SessionPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** T54: the inhibitor is held by a program, which is stood in for, as long as it runs. */
@Timeout(30)
final class HeldInhibitorTest {

  @TempDir private Path folder;

  private SessionPrograms install(String script) throws IOException {
    Path file = folder.resolve("systemd-inhibit");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new SessionPrograms(Programs.in(List.of(folder)), folder, Map.of());
  }

  @Test
  void shouldHoldItUntilItIsGivenBack() throws Exception {
    // Given
    try (SessionPrograms programs =
        install("while [ \"${1#--}\" != \"$1\" ]; do shift; done; exec \"$@\"")) {

      // When
      StayAwake.Held held = new HeldInhibitor(programs).hold();

      // Then
      assertThat(held.isEffective()).isTrue();

      // When
      held.close();

      // Then
      await().until(() -> !held.isEffective());
    }
  }

  @Test
  void shouldSayThatItIsRefused() throws Exception {
    // Given
    try (SessionPrograms programs = install("echo 'Access denied' >&2; exit 1")) {

      // When / Then
      assertThatExceptionOfType(NotPossible.class)
          .isThrownBy(new HeldInhibitor(programs)::hold)
          .withMessage("systemd-inhibit is refused here.");
    }
  }
}
