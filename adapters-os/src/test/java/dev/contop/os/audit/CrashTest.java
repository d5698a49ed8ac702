package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A crash leaves a line torn at any byte; the next host keeps it, says so, and goes on. */
@Timeout(60)
final class CrashTest {

  @TempDir(factory = InMemory.class)
  private Path temp;

  @Test
  void shouldGoOnAfterACrashAtAnyByteOfTheLastLine() throws IOException {
    // Given
    byte[] whole = threeLines();
    int secondEnd = lineEnd(whole, lineEnd(whole, 0));
    for (int length = secondEnd; length <= whole.length; length++) {
      try (LogForTest log = left(Integer.toString(length), Arrays.copyOf(whole, length))) {

        // When
        log.writeWell("after");

        // Then
        boolean torn = length > secondEnd && length < whole.length - 1;
        Verification.Intact found = log.checkWell();
        assertThat(found.recovered()).hasSize(torn ? 1 : 0);
        if (torn) {
          assertThat(found.recovered().get(0).bytes()).isEqualTo(length - secondEnd);
          assertThat(found.recovered().get(0).marked().line()).isEqualTo(4);
        }
        assertThat(Files.readAllBytes(log.today())).startsWith(Arrays.copyOf(whole, length));
        assertThat(log.versions()).contains("1", "2", "after");
      }
    }
  }

  @Test
  void shouldGoOnAfterACrashAtAnyByteOfTheVeryFirstLine() throws IOException {
    // Given
    byte[] whole = threeLines();
    int end = lineEnd(whole, 0);
    for (int length = 0; length < end; length++) {
      try (LogForTest log = left(Integer.toString(length), Arrays.copyOf(whole, length))) {

        // When
        log.writeWell("after");

        // Then
        Verification.Intact found = log.checkWell();
        assertThat(found.recovered()).hasSize(length == 0 || length == end - 1 ? 0 : 1);
        assertThat(found.first()).isEqualTo(1);
      }
    }
  }

  @Test
  void shouldGoOnAfterACrashAtAnyByteOfTheMarkOfAnEarlierCrash() throws IOException {
    // Given
    byte[] whole = threeLines();
    byte[] torn = Arrays.copyOf(whole, whole.length - 20);
    byte[] marked;
    try (LogForTest log = left("marked", torn)) {
      log.writeWell("after");
      byte[] all = Files.readAllBytes(log.today());
      marked = Arrays.copyOf(all, lineEnd(all, torn.length + 1));
    }
    for (int length = torn.length; length <= marked.length; length++) {
      try (LogForTest log = left(Integer.toString(length), Arrays.copyOf(marked, length))) {

        // When
        log.writeWell("again");

        // Then
        assertThat(log.checkWell().recovered()).isNotEmpty();
        assertThat(log.versions()).contains("1", "2", "again");
      }
    }
  }

  @Test
  void shouldKeepWhatAPowerCutLeftOfBlocksThatWereNeverWritten() throws IOException {
    // Given
    byte[] whole = threeLines();
    try (LogForTest log = left("zeros", Arrays.copyOf(whole, whole.length + 5000))) {

      // When
      log.writeWell("after");

      // Then
      assertThat(log.checkWell().recovered())
          .singleElement()
          .satisfies(torn -> assertThat(torn.bytes()).isEqualTo(5000));
    }
  }

  @Test
  void shouldGoOnInTheNextDaysFileAfterMarkingTheTornOne() throws IOException {
    // Given
    byte[] whole = threeLines();
    try (LogForTest log = left("days", Arrays.copyOf(whole, whole.length - 5))) {
      log.setClock("2026-03-02T00:00:00Z");

      // When
      log.writeWell("after");

      // Then
      assertThat(log.files()).hasSize(2);
      assertThat(log.checkWell().recovered()).hasSize(1);
      assertThat(LogForTest.text(log.file("2026-03-02"))).contains("\"version\":\"after\"");
    }
  }

  @Test
  void shouldNotTakeATamperedLineForACrash() throws IOException {
    // Given
    String whole = new String(threeLines(), StandardCharsets.UTF_8);
    String changed = whole.replace("\"version\":\"2\"", "\"version\":\"7\"");
    try (LogForTest log = left("changed", changed.getBytes(StandardCharsets.UTF_8))) {

      // When
      log.writeWell("after");

      // Then
      assertThat(log.check())
          .isInstanceOfSatisfying(
              Verification.Broken.class, broken -> assertThat(broken.place().line()).isEqualTo(2));
    }
  }

  private byte[] threeLines() throws IOException {
    try (LogForTest log = new LogForTest(temp.resolve("whole"))) {
      log.writeWell("1", "2", "3");
      return Files.readAllBytes(log.today());
    }
  }

  /** A folder as a host left it with {@code content} in today's file. */
  private LogForTest left(String name, byte[] content) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    Files.write(folder.resolve("audit-2026-03-01.jsonl"), content);
    return new LogForTest(folder);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }
}
