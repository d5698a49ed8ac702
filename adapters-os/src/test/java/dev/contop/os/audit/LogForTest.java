package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.audit.RecordedOutcomes;
import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real log in a folder, with a clock that stands until it is set. */
final class LogForTest implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final Pattern VERSION = Pattern.compile("\"version\":\"([^\"]*)\"");

  final Path folder;
  private volatile Instant now = NOON;
  private final ReadWallClock clock = () -> now;
  private AuditFiles log;

  LogForTest(Path folder) {
    this(folder, 365);
  }

  LogForTest(Path folder, int keepDays) {
    this.folder = folder;
    this.log = new AuditFiles(folder, keepDays, clock);
  }

  AuditFiles log() {
    return log;
  }

  void setClock(String time) {
    now = Instant.parse(time);
  }

  /** Ends the host and starts another one. */
  void restart() {
    log.close();
    log = new AuditFiles(folder, 365, clock);
  }

  /** Writes an entry for each of {@code versions} and returns what was said of each. */
  List<String> write(String... versions) {
    RecordedOutcomes outcomes = new RecordedOutcomes();
    for (String version : versions) {
      log.write(new AuditEntry.HostStarted(version), About.HOST, outcomes.observer(version));
    }
    return outcomes.await(versions.length);
  }

  void writeWell(String... versions) {
    assertThat(write(versions)).allMatch(said -> said.endsWith(": written"));
  }

  Path file(String day) {
    return folder.resolve("audit-" + day + ".jsonl");
  }

  Path today() {
    return file("2026-03-01");
  }

  /** All files of the log, the oldest first. */
  List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The versions that stand in the log, in its order. */
  List<String> versions() {
    return files().stream()
        .flatMap(file -> VERSION.matcher(text(file)).results())
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Verification check() throws IOException {
    return VerifyAudit.check(files());
  }

  Verification.Intact checkWell() throws IOException {
    Verification found = check();
    assertThat(found).isInstanceOf(Verification.Intact.class);
    return (Verification.Intact) found;
  }

  @Override
  public void close() {
    log.close();
  }
}
