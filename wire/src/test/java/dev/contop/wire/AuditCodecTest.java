package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T55: one JSON object a line. */
class AuditCodecTest {

  private static final String GOOD =
      "{\"seq\":3,\"time\":\"2026-03-01T12:00:00.120Z\",\"kind\":\"newer\",\"facts\":{},\"prev\":\""
          + "0a".repeat(32)
          + "\"}";

  private final AuditCodec codec = new AuditCodec();

  private Optional<AuditStub> read(String line) {
    return codec.read(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldReadWhatItWrote() {
    // Given
    List<String> lines = AuditFixtures.lines();

    // When
    List<AuditStub> read = lines.stream().map(line -> read(line).orElseThrow()).toList();

    // Then
    assertThat(read.stream().map(AuditStub::seq))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, lines.size()).mapToObj(Long::valueOf).toList());
    assertThat(read.stream().flatMap(line -> line.torn().stream()))
        .containsExactly(new AuditStub.Torn(37, "e3b0".repeat(16)));
  }

  @Test
  void shouldWriteOneOfEveryKind() {
    // When
    Set<String> kinds =
        AuditFixtures.lines().stream()
            .map(line -> line.replaceFirst(".*\"kind\":\"([a-z_]+)\".*", "$1"))
            .collect(Collectors.toSet());

    // Then
    assertThat(kinds).hasSize(AuditEntry.class.getPermittedSubclasses().length);
  }

  @Test
  void shouldKeepAnyTextOnOneLine() {
    // Given
    String text = "a\nb\r\n\u2028\u0000\"\\ \ud800 😀";

    // When
    byte[] line =
        codec.write(
            new AuditLine(
                1,
                Instant.EPOCH.plusMillis(1),
                new AuditEntry.IntentReceived(new ExecutionId(new UUID(0, 0)), new Intent(text)),
                About.HOST,
                "0".repeat(64)));

    // Then
    assertThat(line).doesNotContain('\n', '\r');
    assertThat(codec.read(line)).isPresent();
  }

  @Test
  void shouldReadKindsThatItDoesNotKnow() {
    assertThat(read(GOOD)).contains(new AuditStub(3, "0a".repeat(32), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seq\":3,",
        "\"time\":\"2026-03-01T12:00:00.120Z\",",
        "\"kind\":\"newer\",",
        "\"facts\":{},",
        "T12:00",
        "2026",
        "0a"
      })
  void shouldNotReadALineThatLacksSomething(String lacking) {
    assertThat(read(GOOD.replaceFirst(Pattern.quote(lacking), ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"seq\":0", "\"seq\":-1", "\"seq\":1.5", "\"seq\":\"3\"", "\"seq\":null"})
  void shouldNotReadALineWithAnotherNumber(String seq) {
    assertThat(read(GOOD.replace("\"seq\":3", seq))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}", "[]", "null", "3", "{\"seq\":3", "\u0000\u0000"})
  void shouldNotReadWhatIsNoLine(String line) {
    assertThat(read(line)).isEmpty();
  }
}
