package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One file a day, at midnight UTC; one chain over all of them. */
@Timeout(30)
final class RotationTest {

  @TempDir private Path folder;

  @Test
  void shouldBeginANewFileAtMidnightAndContinueTheChain() throws IOException {
    try (LogForTest log = new LogForTest(folder)) {
      // Given
      log.setClock("2026-03-01T23:59:59.999Z");
      log.writeWell("1", "2");

      // When
      log.setClock("2026-03-02T00:00:00Z");
      log.writeWell("3");

      // Then
      assertThat(log.files()).containsExactly(log.file("2026-03-01"), log.file("2026-03-02"));
      assertThat(log.checkWell().lines()).isEqualTo(3);
      assertThat(VerifyAudit.check(log.files().subList(1, 2)))
          .isInstanceOfSatisfying(
              Verification.Intact.class, found -> assertThat(found.first()).isEqualTo(3));
    }
  }

  @Test
  void shouldContinueTheChainOverARestartAndDaysWithoutAHost() throws IOException {
    try (LogForTest log = new LogForTest(folder)) {
      // Given
      log.writeWell("1");

      // When
      log.restart();
      log.setClock("2026-03-09T00:00:00Z");
      log.writeWell("2");

      // Then
      assertThat(log.files()).hasSize(2);
      assertThat(log.checkWell().last()).isEqualTo(2);
    }
  }

  @Test
  void shouldStayInTheLatestFileWhenTheClockIsSetBack() throws IOException {
    try (LogForTest log = new LogForTest(folder)) {
      // Given
      log.setClock("2026-03-02T00:00:00Z");
      log.writeWell("1");

      // When
      log.setClock("2026-03-01T12:00:00Z");
      log.writeWell("2");
      log.restart();
      log.writeWell("3");

      // Then
      assertThat(log.files()).containsExactly(log.file("2026-03-02"));
      assertThat(log.checkWell().lines()).isEqualTo(3);
    }
  }

  @Test
  void shouldRemoveTheOldestAndNeverToday() throws IOException {
    try (LogForTest log = new LogForTest(folder, 2)) {
      // Given
      for (int day = 1; day <= 4; day++) {
        log.setClock("2026-03-0" + day + "T12:00:00Z");
        log.writeWell(Integer.toString(day));
      }

      // When / Then
      assertThat(log.files())
          .containsExactly(log.file("2026-03-02"), log.file("2026-03-03"), log.file("2026-03-04"));
      assertThat(log.checkWell().first()).isEqualTo(2);

      // When
      log.setClock("2027-03-04T12:00:00Z");
      log.writeWell("late");

      // Then
      assertThat(log.files()).containsExactly(log.file("2027-03-04"));
      assertThat(log.checkWell().first()).isEqualTo(5);
    }
  }
}
