package dev.contop.os.process;

import static dev.contop.domain.execution.AllowedCommands.allowed;
import static dev.contop.domain.execution.OutputStreamKind.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.command.RecordedCommand;
import dev.contop.application.command.RecordedCommand.Ended;
import dev.contop.application.command.RunningCommand;
import dev.contop.domain.execution.ExecutionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** T31, T50, T51: the whole tree goes, however it hides. */
@Timeout(60)
final class KillingTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final AtomicInteger COUNT = new AtomicInteger();

  @TempDir private Path folder;

  private final ShellCommands subject =
      new ShellCommands(Path.of(System.getProperty("user.home")), Map.of());
  private final RecordedCommand seen = new RecordedCommand();

  /** A number of seconds that no other sleep on this machine has. */
  private final String tag =
      "9999." + ProcessHandle.current().pid() + String.format("%04d", COUNT.incrementAndGet());

  @AfterEach
  void leaveNothingRunning() {
    subject.close();
    assertThat(Sightings.called(tag)).isEmpty();
    await().atMost(SOON).until(Sightings::commandThreads, List::isEmpty);
  }

  private RunningCommand run(String line) {
    return subject.run(
        new ExecutionId(UUID.randomUUID()), allowed(line.replace("TAG", tag)), 65_536, seen);
  }

  private void awaitReady() {
    await().atMost(SOON).until(() -> seen.text(STDOUT).contains("ready"));
  }

  private Ended killAndMeasure(RunningCommand running, String what) {
    int before = Sightings.called(tag).size();
    long start = System.nanoTime();
    running.kill();
    Ended ended = seen.awaitEnd(SOON);
    long took = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("%s: %d processes gone %d ms after the kill%n", what, before, took);
    assertThat(ended.survivors()).isZero();
    assertThat(Sightings.called(tag)).isEmpty();
    return ended;
  }

  @Test
  void shouldEndAnOrdinaryCommandAtOnce() {
    // Given
    RunningCommand running = run("echo ready; sleep TAG");
    awaitReady();

    // When
    Ended ended = killAndMeasure(running, "one");

    // Then
    assertThat(ended.exitCode()).isEqualTo(128 + 15);
  }

  @Test
  void shouldEndTwoHundredProcessesThatHide() {
    // Given
    RunningCommand running =
        run(
            """
            for i in {1..40}; do
              sleep TAG &
              setsid sleep TAG &
              ( ( sleep TAG & ) & )
              ( trap '' TERM; exec sleep TAG ) &
              ( setsid sh -c 'trap "" TERM HUP; sleep TAG; :' & )
            done
            for i in {1..20}; do sleep TAG & kill -STOP $!; done
            echo ready
            wait
            """);
    awaitReady();
    await().until(() -> Sightings.called(tag).size() > 220);

    // When / Then
    killAndMeasure(running, "hiding in sessions, from parents and from signals");
  }

  @Test
  void shouldEndTwoHundredOrdinaryAndStoppedProcesses() {
    // Given
    RunningCommand running =
        run(
            "for i in {1..200}; do sleep TAG & done; for i in {1..10}; do sleep TAG & kill -STOP $!;"
                // Its end is to be by the signal, even if all its children are gone before it
                // comes.
                + " done; echo ready; wait; sleep TAG");
    awaitReady();

    // When
    Ended ended = killAndMeasure(running, "ordinary and stopped");

    // Then
    assertThat(ended.exitCode()).isEqualTo(128 + 15);
  }

  @Test
  void shouldEndOneThatForksAndExitsForever() throws IOException {
    // Given
    Path script = folder.resolve("runner-" + tag);
    Files.writeString(script, "#!/bin/sh\ntrap '' TERM\nsetsid \"$0\" &\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    RunningCommand running = run(script + "; echo ready; sleep TAG");
    awaitReady();

    // When / Then
    killAndMeasure(running, "forking and exiting");
  }

  @Test
  void shouldEndOneThatWashedItsMarkOff() {
    // Given: in a session of its own, under another parent, without our environment
    RunningCommand running =
        run("( env -i setsid sleep TAG & ); env -i sleep TAG & echo ready; sleep TAG");
    awaitReady();
    await().until(() -> Sightings.called(tag).size() >= 3);

    // When / Then
    killAndMeasure(running, "unmarked");
  }

  @Test
  void shouldEndOneThatWashedItsMarkOffAndHoldsNothingOfOurs() {
    // Given: no environment, session, parent or pipe of the command is left to know it by
    RunningCommand running =
        run("( env -i setsid sleep TAG >/dev/null 2>&1 & ); echo ready; sleep TAG");
    awaitReady();
    await().until(() -> Sightings.called(tag).size() >= 2);

    // When / Then
    killAndMeasure(running, "washed whole");
  }

  @Test
  void shouldEndWhatAFinishedCommandLeftBehindWithoutATrace() {
    // When
    run("( env -i setsid sleep TAG >/dev/null 2>&1 & ); exit 0");

    // Then
    assertThat(seen.awaitEnd(SOON).survivors()).isZero();
    assertThat(Sightings.called(tag)).isEmpty();
  }

  @Test
  void shouldEndWhatAFinishedCommandLeftBehind() {
    // When
    run(
        "sleep TAG & setsid sleep TAG & ( env -i setsid sleep TAG & ) ; sleep TAG >&- 2>&- & exit 5");

    // Then
    Ended ended = seen.awaitEnd(SOON);
    System.out.printf("left behind: over after %d ms%n", ended.duration().toMillis());
    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.survivors()).isZero();
    assertThat(Sightings.called(tag)).isEmpty();
  }

  @Test
  void shouldEndACommandThatIsKilledAsItStarts() {
    // When
    run("sleep TAG").kill();

    // Then
    assertThat(seen.awaitEnd(SOON).exitCode()).isGreaterThan(128);
  }

  @Test
  void shouldLeaveOtherCommandsOfTheSameExecutionAlone() {
    // Given
    ExecutionId execution = new ExecutionId(UUID.randomUUID());
    RecordedCommand other = new RecordedCommand();
    subject.run(execution, allowed("read -t 0.5 <> <(:); echo lived"), 100, other);
    RunningCommand running = subject.run(execution, allowed("sleep " + tag), 100, seen);

    // When
    running.kill();
    seen.awaitEnd(SOON);

    // Then
    assertThat(other.awaitEnd(SOON).exitCode()).isZero();
    assertThat(other.text(STDOUT)).isEqualTo("lived\n");
  }

  @Test
  void shouldNotOutliveAHostThatIsKilled() throws IOException {
    // Given
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Host.class.getName(),
                "while :; do read -t 0.1 <> <(:); done; sleep " + tag)
            .redirectErrorStream(true)
            .start();
    await().atMost(SOON).until(() -> Sightings.called(tag).size() > 1);
    long start = System.nanoTime();

    // When
    host.destroyForcibly();

    // Then
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> Sightings.called(tag).isEmpty());
    System.out.printf(
        "command gone %d ms after its host was killed%n", (System.nanoTime() - start) / 1_000_000);
  }

  /** A host in a process of its own, with one command. */
  static final class Host {

    private Host() {}

    public static void main(String[] arguments) throws InterruptedException {
      ShellCommands commands =
          new ShellCommands(Path.of(System.getProperty("user.home")), Map.of());
      commands.run(
          new ExecutionId(UUID.randomUUID()), allowed(arguments[0]), 100, new RecordedCommand());
      Thread.currentThread().join();
    }
  }
}
