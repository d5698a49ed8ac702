package dev.contop.application.command;

import static dev.contop.domain.execution.AllowedCommands.allowed;
import static dev.contop.domain.execution.OutputStreamKind.STDERR;
import static dev.contop.domain.execution.OutputStreamKind.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.command.RecordedCommand.Ended;
import dev.contop.domain.execution.ExecutionId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every way to run commands keeps to. */
@Timeout(30)
public abstract class RunCommandContract {

  protected static final Duration SOON = Duration.ofSeconds(10);
  protected static final int PLENTY = 256 * 1024;

  private static final int FAILURE = 3;

  /** What is tested. */
  protected abstract RunCommand subject();

  /** A command that writes to both streams and ends with 0. */
  protected abstract String writing(String stdout, String stderr);

  /** A command that ends with {@code exitCode} at once. */
  protected abstract String endingWith(int exitCode);

  /** A command that writes {@code stdout} and then does not end by itself. */
  protected abstract String staying(String stdout);

  protected RunningCommand run(String line, int outputLimit, ObserveCommand observer) {
    return subject().run(new ExecutionId(UUID.randomUUID()), allowed(line), outputLimit, observer);
  }

  @Test
  void shouldPassOutputOnAndEnd() {
    // Given
    RecordedCommand seen = new RecordedCommand();

    // When
    run(writing("Grüße 😀\n", "oh"), PLENTY, seen);

    // Then
    Ended ended = seen.awaitEnd(SOON);
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.truncated()).isFalse();
    assertThat(ended.survivors()).isZero();
    assertThat(seen.text(STDOUT)).isEqualTo("Grüße 😀\n");
    assertThat(seen.text(STDERR)).isEqualTo("oh");
  }

  @Test
  void shouldReportTheExitCode() {
    // Given
    RecordedCommand seen = new RecordedCommand();

    // When
    run(endingWith(FAILURE), PLENTY, seen);

    // Then
    assertThat(seen.awaitEnd(SOON).exitCode()).isEqualTo(FAILURE);
  }

  @Test
  void shouldCutOutputAtTheLimitBetweenCharacters() {
    // Given
    RecordedCommand seen = new RecordedCommand();

    // When
    run(writing("abc😀def", ""), "abc😀".length() - 1, seen);

    // Then
    assertThat(seen.awaitEnd(SOON).truncated()).isTrue();
    assertThat(seen.text(STDOUT)).isEqualTo("abc");
  }

  @Test
  void shouldNotCallOutputCutThatJustFits() {
    // Given
    RecordedCommand seen = new RecordedCommand();

    // When
    run(writing("abc", ""), "abc".length(), seen);

    // Then
    assertThat(seen.awaitEnd(SOON).truncated()).isFalse();
    assertThat(seen.text(STDOUT)).isEqualTo("abc");
  }

  @Test
  void shouldEndOnceWhenKilledAgainAndAgain() {
    // Given
    RecordedCommand seen = new RecordedCommand();
    RunningCommand running = run(staying("here\n"), PLENTY, seen);

    // When
    running.kill();
    running.kill();
    Ended ended = seen.awaitEnd(SOON);
    running.kill();

    // Then
    assertThat(ended.exitCode()).isGreaterThan(128);
    assertThat(ended.survivors()).isZero();
    assertThat(seen.awaitEnd(SOON)).isEqualTo(ended);
  }
}
