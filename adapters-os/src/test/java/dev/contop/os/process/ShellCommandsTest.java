package dev.contop.os.process;

import static dev.contop.domain.execution.OutputStreamKind.STDERR;
import static dev.contop.domain.execution.OutputStreamKind.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.command.RecordedCommand;
import dev.contop.application.command.RecordedCommand.Ended;
import dev.contop.application.command.RecordedCommand.Piece;
import dev.contop.application.command.RunCommand;
import dev.contop.application.command.RunCommandContract;
import dev.contop.application.command.RunningCommand;
import dev.contop.domain.execution.AllowedCommands;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellCommandsTest extends RunCommandContract {

  @TempDir private Path home;

  private ShellCommands subject =
      new ShellCommands(Path.of(System.getProperty("user.home")), Map.of("DISPLAY", ":77"));

  @AfterEach
  void leaveNothingRunning() {
    subject.close();
    await().atMost(SOON).until(Sightings::commandThreads, List::isEmpty);
  }

  @Override
  protected RunCommand subject() {
    return subject;
  }

  @Override
  protected String writing(String stdout, String stderr) {
    return "printf %s " + quoted(stdout) + "; printf %s " + quoted(stderr) + " >&2";
  }

  @Override
  protected String endingWith(int exitCode) {
    return "exit " + exitCode;
  }

  @Override
  protected String staying(String stdout) {
    return "printf %s " + quoted(stdout) + "; sleep 1000";
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private RecordedCommand ran(String line) {
    RecordedCommand seen = new RecordedCommand();
    run(line, PLENTY, seen);
    seen.awaitEnd(SOON);
    return seen;
  }

  private int exitCodeOf(String line) {
    return ran(line).awaitEnd(SOON).exitCode();
  }

  @Test
  void shouldReportWhatTheShellReports() {
    // When / Then
    assertThat(exitCodeOf("true")).isZero();
    assertThat(exitCodeOf("contop-no-such-program")).isEqualTo(127);
    assertThat(exitCodeOf("/etc/passwd")).isEqualTo(126);
    assertThat(exitCodeOf("kill -9 $$")).isEqualTo(128 + 9);
    assertThat(exitCodeOf("sh -c 'kill -15 $$'; exit $?")).isEqualTo(128 + 15);
    assertThat(exitCodeOf("if")).isEqualTo(2);
  }

  @Test
  void shouldRunAtHomeWithoutInputOrTerminal() {
    // Given
    subject = new ShellCommands(home, Map.of("DISPLAY", ":77"));

    // When
    RecordedCommand seen =
        ran("pwd; cat; (: </dev/tty) 2>/dev/null || echo no tty; echo $TERM $DISPLAY $-");

    // Then
    assertThat(seen.text(STDOUT).lines().toList())
        .containsExactly(home.toString(), "no tty", "dumb :77 hBc");
  }

  @Test
  void shouldRunWhereAndWithWhatTheCommandSays() {
    // Given a command with a folder and variables of its own (T52)
    Command command =
        new Command(
            "pwd; echo $CONTOP_TEST $DISPLAY; echo $CONTOP_EXECUTION",
            home.toString(),
            Map.of("CONTOP_TEST", "own", "DISPLAY", ":78", "CONTOP_EXECUTION", "forged"));
    RecordedCommand seen = new RecordedCommand();

    // When
    subject.run(new ExecutionId(new UUID(3, 4)), AllowedCommands.allowed(command), PLENTY, seen);
    seen.awaitEnd(SOON);

    // Then
    List<String> lines = seen.text(STDOUT).lines().toList();
    assertThat(lines.subList(0, 2)).containsExactly(home.toString(), "own :78");
    assertThat(lines.get(2)).isNotEqualTo("forged").endsWith(".1");
  }

  @Test
  void shouldSayInWordsThatThereIsNoSuchFolder() {
    // Given
    RecordedCommand seen = new RecordedCommand();

    // When
    subject.run(
        new ExecutionId(new UUID(3, 4)),
        AllowedCommands.allowed(new Command("pwd", "/no\0folder", Map.of())),
        PLENTY,
        seen);

    // Then
    assertThat(seen.awaitFailure(SOON)).contains("could not");
  }

  @Test
  void shouldMarkAllProcessesOfACommand() {
    // When / Then
    assertThat(ran("sh -c 'echo $CONTOP_EXECUTION'").text(STDOUT)).matches("[0-9a-f-]{36}\\.1\n");
  }

  @Test
  void shouldSayInWordsWhyItCannotStart() {
    // Given
    RecordedCommand withoutHome = new RecordedCommand();
    RecordedCommand withNul = new RecordedCommand();
    ShellCommands homeless = new ShellCommands(home.resolve("gone"), Map.of());

    // When
    run("secret\0", PLENTY, withNul);
    ShellCommands usual = subject;
    subject = homeless;
    run("secret", PLENTY, withoutHome);
    subject = usual;

    // Then
    assertThat(withNul.awaitFailure(SOON)).contains("could not").doesNotContain("secret");
    assertThat(withoutHome.awaitFailure(SOON)).contains("could not").doesNotContain("secret");
  }

  @Test
  void shouldNotSplitCharactersThatArriveInPieces() {
    // When
    RecordedCommand seen =
        ran(
            "printf 'a\\xe2\\x82'; sleep 0.1; printf '\\xac\\xf0\\x9f'; sleep 0.1;"
                + " printf '\\x98\\x80|\\xff|\\xe2\\x82'");

    // Then
    assertThat(seen.text(STDOUT)).isEqualTo("a€😀|\ufffd|\ufffd");
  }

  @Test
  void shouldPassOutputOnInPiecesWithoutSplittingPairs() {
    // When
    RecordedCommand seen = ran("printf x; for i in {1..40000}; do printf 😀; done");

    // Then
    List<Piece> pieces = seen.pieces();
    assertThat(seen.text(STDOUT)).isEqualTo("x" + "😀".repeat(40_000));
    assertThat(pieces).allMatch(piece -> piece.text().length() <= 16 * 1024);
    assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.text().charAt(0)));
  }

  @Test
  void shouldPassOutputOnWhileTheCommandRuns() {
    // Given
    RecordedCommand seen = new RecordedCommand();
    long start = System.nanoTime();

    // When
    RunningCommand running = run("echo one; sleep 0.2; echo two; sleep 1000", PLENTY, seen);

    // Then
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> seen.text(STDOUT).equals("one\n"));
    System.out.printf("first output after %d ms%n", (System.nanoTime() - start) / 1_000_000);
    await().until(() -> seen.text(STDOUT).equals("one\ntwo\n"));
    running.kill();
    seen.awaitEnd(SOON);
  }

  @Test
  void shouldCutTenMegabytesPromptly() {
    // Given
    RecordedCommand seen = new RecordedCommand();

    // When
    run("head -c 10485760 /dev/zero | tr '\\0' x; echo end >&2", PLENTY, seen);

    // Then
    Ended ended = seen.awaitEnd(SOON);
    System.out.printf("10 MiB of output cut in %d ms%n", ended.duration().toMillis());
    assertThat(ended.truncated()).isTrue();
    assertThat(seen.text(STDOUT)).hasSize(PLENTY).matches("x*");
    assertThat(seen.text(STDERR)).isEmpty();
    assertThat(ended.duration()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void shouldEndAnEndlessFlood() {
    // Given
    RecordedCommand seen = new RecordedCommand();
    RunningCommand running = run("yes & yes >&2", PLENTY, seen);
    await().until(() -> seen.pieces().size() > 2);

    // When
    running.kill();

    // Then
    assertThat(seen.awaitEnd(SOON).survivors()).isZero();
  }

  @Test
  void shouldRefuseMoreThanAFixedNumberAtOnce() {
    // Given
    List<RecordedCommand> places = new ArrayList<>();
    List<RunningCommand> running = new ArrayList<>();
    for (int i = 0; i < ShellCommands.AT_ONCE; i++) {
      places.add(new RecordedCommand());
      running.add(run("sleep 1000", PLENTY, places.get(i)));
    }
    RecordedCommand refused = new RecordedCommand();
    RecordedCommand later = new RecordedCommand();

    // When
    run("true", PLENTY, refused).kill();
    running.get(0).kill();
    places.get(0).awaitEnd(SOON);
    run("true", PLENTY, later);

    // Then
    assertThat(refused.awaitFailure(SOON)).contains("Too many");
    assertThat(later.awaitEnd(SOON).exitCode()).isZero();
    assertThat(Sightings.commandThreads()).hasSizeLessThanOrEqualTo(3 * ShellCommands.AT_ONCE);
  }

  @Test
  void shouldEndAllWhenTheHostCloses() {
    // Given
    List<RecordedCommand> seen = new ArrayList<>();
    for (int i = 0; i < ShellCommands.AT_ONCE; i++) {
      RecordedCommand one = new RecordedCommand();
      run("trap '' TERM; echo; while :; do sleep 0.1; done", PLENTY, one);
      seen.add(one);
    }
    seen.forEach(one -> await().until(() -> !one.pieces().isEmpty()));
    long start = System.nanoTime();

    // When
    subject.close();

    // Then
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("16 stubborn commands closed in %d ms%n", took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(seen).allMatch(RecordedCommand::isOver);
    RecordedCommand late = new RecordedCommand();
    run("true", PLENTY, late);
    assertThat(late.awaitFailure(SOON)).contains("shutting down");
  }

  @Test
  void shouldLeakNeitherThreadsNorDescriptors() {
    // Given
    ran("true");
    await().until(Sightings::commandThreads, List::isEmpty);
    int before = Sightings.openDescriptors();

    // When
    for (int i = 0; i < 30; i++) {
      ran("echo; echo >&2; sleep 1000 &");
    }

    // Then
    await().until(Sightings::commandThreads, List::isEmpty);
    await().until(() -> Sightings.openDescriptors() <= before);
  }
}
