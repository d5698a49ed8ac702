package dev.contop.os.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.os.audit.Verification.Broken;
import dev.contop.os.audit.Verification.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever changes the log without writing all of it anew is found out. */
@Timeout(60)
final class TamperingTest {

  @TempDir(factory = InMemory.class)
  private Path folder;

  private Path file = Path.of("made before each test");
  private List<String> lines = List.of();

  @BeforeEach
  void write() throws IOException {
    try (LogForTest log = new LogForTest(folder.resolve("audit"))) {
      log.writeWell("1", "2", "3", "4", "5");
      lines = Files.readAllLines(log.today());
      file = log.today();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void shouldNameTheFirstBrokenLine(
      String what, Consumer<List<String>> tampering, long line, Reason reason) throws IOException {
    // Given
    List<String> changed = new ArrayList<>(lines);
    tampering.accept(changed);
    Files.write(file, changed);

    // When
    Verification found = VerifyAudit.check(List.of(file));

    // Then
    assertThat(found).as(what).isInstanceOf(Broken.class);
    Broken broken = (Broken) found;
    assertThat(broken.place().line()).isEqualTo(line);
    assertThat(broken.reason()).isEqualTo(reason);
  }

  static Stream<Arguments> shouldNameTheFirstBrokenLine() {
    return Stream.of(
        tampering(
            "a word changed", all -> change(all, 2, "version", "verzion"), 3, Reason.HASH_MISMATCH),
        tampering(
            "the first line changed",
            all -> change(all, 0, "version", "verzion"),
            1,
            Reason.HASH_MISMATCH),
        tampering(
            "the time changed", all -> change(all, 1, "T12:", "T13:"), 2, Reason.HASH_MISMATCH),
        tampering(
            "a space added",
            all -> change(all, 1, "\"time\":", "\"time\": "),
            2,
            Reason.HASH_MISMATCH),
        tampering(
            "the hash of the line before changed",
            TamperingTest::changePrev,
            3,
            Reason.HASH_MISMATCH),
        tampering("a bracket lost", all -> change(all, 2, "{", ""), 3, Reason.MALFORMED),
        tampering("a line emptied", all -> all.set(2, ""), 3, Reason.MALFORMED),
        tampering("a foreign line put in", all -> all.add(2, "{\"hello\":1}"), 3, Reason.MALFORMED),
        tampering("a line removed", all -> all.remove(2), 3, Reason.GAP),
        tampering(
            "the first line removed and numbered anew",
            TamperingTest::renumber,
            1,
            Reason.HASH_MISMATCH),
        tampering("lines removed", all -> all.subList(1, 3).clear(), 2, Reason.GAP),
        tampering("a line doubled", all -> all.add(3, all.get(2)), 4, Reason.OUT_OF_ORDER),
        tampering("an old line put in", all -> all.add(4, all.get(0)), 5, Reason.OUT_OF_ORDER),
        tampering("two lines swapped", all -> Collections.swap(all, 1, 2), 2, Reason.GAP),
        tampering(
            "first and last swapped", all -> Collections.swap(all, 0, 4), 2, Reason.OUT_OF_ORDER),
        tampering(
            "two joined into one",
            all -> all.set(1, all.get(1) + all.remove(2)),
            2,
            Reason.MALFORMED));
  }

  private static Arguments tampering(
      String what, Consumer<List<String>> how, long line, Reason reason) {
    return Arguments.of(what, how, line, reason);
  }

  private static void change(List<String> all, int index, String from, String to) {
    String changed = all.get(index).replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(changed).isNotEqualTo(all.get(index));
    all.set(index, changed);
  }

  private static void changePrev(List<String> all) {
    int at = all.get(2).indexOf("\"prev\":\"") + 8;
    char other = all.get(2).charAt(at) == '0' ? '1' : '0';
    all.set(2, all.get(2).substring(0, at) + other + all.get(2).substring(at + 1));
  }

  private static void renumber(List<String> all) {
    all.remove(0);
    all.replaceAll(
        line -> {
          long seq = Long.parseLong(line.replaceFirst("\\{\"seq\":(\\d+).*", "$1"));
          return line.replaceFirst("\"seq\":\\d+", "\"seq\":" + (seq - 1));
        });
  }

  @Test
  void shouldFindAnyChangedByteButInTheLastLine() throws IOException {
    // Given
    byte[] whole = Files.readAllBytes(file);
    int lastLine = whole.length - lines.get(4).getBytes(StandardCharsets.UTF_8).length - 1;
    for (int at = 0; at < lastLine; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);

      // When / Then
      assertThat(VerifyAudit.check(List.of(file))).as("byte %d", at).isInstanceOf(Broken.class);
    }
  }

  @Test
  void shouldFindATruncatedEndOnlyWithTheNextDaysFile() throws IOException {
    // Given
    Path next;
    try (LogForTest log = new LogForTest(folder.resolve("audit"))) {
      log.setClock("2026-03-02T12:00:00Z");
      log.writeWell("6");
      next = log.file("2026-03-02");
    }
    Files.write(file, lines.subList(0, 4));

    // When / Then
    assertThat(VerifyAudit.check(List.of(file))).isInstanceOf(Verification.Intact.class);
    assertThat(VerifyAudit.check(List.of(file, next)))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.place()).isEqualTo(new Verification.Place(next, 1));
              assertThat(broken.reason()).isEqualTo(Reason.GAP);
            });
  }

  @Test
  void shouldFindAChangedLastLineWithTheNextDaysFile() throws IOException {
    // Given
    Path next;
    try (LogForTest log = new LogForTest(folder.resolve("audit"))) {
      log.setClock("2026-03-02T12:00:00Z");
      log.writeWell("6");
      next = log.file("2026-03-02");
    }
    List<String> changed = new ArrayList<>(lines);
    change(changed, 4, "version", "verzion");
    Files.write(file, changed);

    // When / Then
    assertThat(VerifyAudit.check(List.of(file, next)))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.place()).isEqualTo(new Verification.Place(file, 5));
              assertThat(broken.reason()).isEqualTo(Reason.HASH_MISMATCH);
            });
  }

  @Test
  void shouldNotAcceptAnUnfinishedFileBeforeAnotherOne() throws IOException {
    // Given
    Path next;
    try (LogForTest log = new LogForTest(folder.resolve("audit"))) {
      log.setClock("2026-03-02T12:00:00Z");
      log.writeWell("6");
      next = log.file("2026-03-02");
    }
    Files.writeString(file, String.join("\n", lines) + "\n{\"seq\":6");

    // When / Then
    assertThat(VerifyAudit.check(List.of(file, next)))
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.reason()).isEqualTo(Reason.UNFINISHED));
    assertThat(VerifyAudit.check(List.of(file)))
        .isInstanceOfSatisfying(
            Verification.Intact.class, found -> assertThat(found.unfinished()).isEqualTo(8));
  }

  @Test
  void shouldNotLetAMarkOfACrashExplainOtherBytes() throws IOException {
    // Given
    Files.writeString(file, String.join("\n", lines) + "\n{\"seq\":6,\"to");
    Path marked;
    try (LogForTest log = new LogForTest(folder.resolve("audit"))) {
      log.writeWell("6");
      marked = log.today();
      log.checkWell();
    }

    // When
    Files.writeString(
        marked, Files.readString(marked).replace("{\"seq\":6,\"to", "{\"seq\":6,\"no"));

    // Then
    assertThat(VerifyAudit.check(List.of(marked)))
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.place().line()).isEqualTo(6));
  }
}
