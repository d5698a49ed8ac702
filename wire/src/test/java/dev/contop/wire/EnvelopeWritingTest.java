package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.envelope.ToolOutput;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message of the host as its phone reads it (T12, T13, T16, T18, T40, T50, T61). */
class EnvelopeWritingTest {

  private final EnvelopeCodec codec = new EnvelopeCodec();

  @Test
  void shouldHaveAFixtureOfEveryMessage() {
    Set<Class<?>> covered =
        HostFixtures.envelopes().values().stream()
            .map(envelope -> envelope.message().getClass())
            .collect(Collectors.toSet());

    assertThat(covered).containsExactlyInAnyOrder(HostMessage.class.getPermittedSubclasses());
  }

  @Test
  void shouldWriteAnEnvelopeThatTheStrictReaderTakes() {
    HostFixtures.envelopes()
        .forEach(
            (name, envelope) -> {
              JsonReading reading =
                  StrictJson.read(codec.write(envelope, HostFixtures.NOW), 256 * 1024);
              assertThat(reading).as(name).isInstanceOf(JsonReading.Accepted.class);
            });
  }

  @Test
  void shouldPutTypeAndIdAndPayloadIntoEveryEnvelope() throws IOException {
    for (Map.Entry<String, Envelope> fixture : HostFixtures.envelopes().entrySet()) {
      Map<?, ?> read = independently(codec.write(fixture.getValue(), HostFixtures.NOW));
      assertThat(read.keySet().stream().map(Object::toString))
          .startsWith("type", "id", "payload")
          .hasSize(fixture.getValue().seq().isPresent() ? 4 : 3);
      assertThat(read.get("type")).isEqualTo(fixture.getKey().replaceAll("/.*", ""));
      assertThat(read.get("id")).isEqualTo(HostFixtures.ID.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteEveryState(AiState state) throws IOException {
    assertThat(
            payload(
                new HostMessage.StateUpdate(
                    state, ConnectionType.PERMANENT, Role.VIEW, true, false)))
        .isEqualTo(
            fields(
                "ai_state",
                state.toString().toLowerCase(Locale.ROOT),
                "connection_type",
                "permanent",
                "role",
                "view",
                "keep_host_awake",
                true,
                "manual_mode",
                false));
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteEveryStatusAndLeaveOutWhatIsNotThere(StepStatus status) throws IOException {
    HostMessage progress =
        new HostMessage.AgentProgress(
            3,
            "shell",
            "d",
            "c",
            status,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            false);

    assertThat(payload(progress))
        .isEqualTo(
            fields(
                "step",
                3.0,
                "tool",
                "shell",
                "detail",
                "d",
                "command",
                "c",
                "status",
                status.toString().toLowerCase(Locale.ROOT)));
  }

  @Test
  void shouldWriteAllOfAStepThatEnded() throws IOException {
    HostMessage progress =
        new HostMessage.AgentProgress(
            1,
            "shell",
            "",
            "ls",
            StepStatus.FAILED,
            Optional.of("o"),
            Optional.of(""),
            OptionalInt.of(-1),
            Optional.of(Duration.ofNanos(1_999_999)),
            true);

    assertThat(payload(progress))
        .isEqualTo(
            fields(
                "step",
                1.0,
                "tool",
                "shell",
                "detail",
                "",
                "command",
                "ls",
                "status",
                "failed",
                "stdout",
                "o",
                "stderr",
                "",
                "exit_code",
                -1.0,
                "duration_ms",
                1.0,
                "truncated",
                true));
  }

  @Test
  void shouldWriteResultsWithAndWithoutAnError() throws IOException {
    assertThat(
            payload(new HostMessage.AgentResult("a", 2, Duration.ofSeconds(3), Optional.empty())))
        .isEqualTo(fields("answer", "a", "steps_taken", 2.0, "duration_ms", 3000.0));
    assertThat(payload(new HostMessage.AgentResult("a", 0, Duration.ZERO, Optional.of("busy"))))
        .isEqualTo(
            fields("answer", "a", "steps_taken", 0.0, "duration_ms", 0.0, "error_code", "busy"));
    assertThat(payload(new HostMessage.ManualControlResult("click", true, "m", Duration.ZERO)))
        .isEqualTo(
            fields("action", "click", "status", "success", "message", "m", "duration_ms", 0.0));
    assertThat(
            payload(new HostMessage.ManualControlResult("click", false, "m", Duration.ZERO))
                .get("status"))
        .isEqualTo("error");
  }

  @Test
  void shouldTellOfADeadlineByBothClocksAndNeverOfANegativeTime() throws IOException {
    // Given one that is half a minute away, and one that has passed
    Ticks now = HostFixtures.NOW.ticks();

    // Then T52
    assertThat(payload(question(now.plus(Duration.ofMillis(30_500)))))
        .isEqualTo(
            fields(
                "request_id",
                "r",
                "tool",
                "shell",
                "command",
                "touch x",
                "reason",
                "why",
                "voice_message",
                "v",
                "expires_at",
                "2025-03-01T12:00:30.500Z",
                "expires_in_ms",
                30_500.0,
                "digest",
                "d"));
    Map<?, ?> past = payload(question(now.plus(Duration.ofNanos(-1_500_000))));
    assertThat(past.get("expires_at")).isEqualTo("2025-03-01T11:59:59.998Z");
    assertThat(past.get("expires_in_ms")).isEqualTo(0.0);
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteEveryReceipt(ReceiptOutcome outcome) throws IOException {
    assertThat(payload(new HostMessage.ConfirmationReceipt(new RequestId("r"), outcome, "m")))
        .isEqualTo(
            fields(
                "request_id",
                "r",
                "outcome",
                outcome.toString().toLowerCase(Locale.ROOT),
                "message",
                "m"));
  }

  @Test
  void shouldWriteToolResultsWithAndWithoutOutput() throws IOException {
    MessageId call = HostFixtures.REF;
    Duration took = Duration.ofMillis(7);

    assertThat(
            payload(
                new HostMessage.ToolResult(
                    call,
                    "execute_cli",
                    "m",
                    Optional.empty(),
                    Optional.of(new ToolOutput("o", "e", 0, true)),
                    took)))
        .isEqualTo(
            fields(
                "ref",
                call.toString(),
                "name",
                "execute_cli",
                "status",
                "success",
                "message",
                "m",
                "stdout",
                "o",
                "stderr",
                "e",
                "exit_code",
                0.0,
                "truncated",
                true,
                "duration_ms",
                7.0));
    assertThat(
            payload(
                new HostMessage.ToolResult(
                    call, "x", "m", Optional.of("busy"), Optional.empty(), took)))
        .isEqualTo(
            fields(
                "ref",
                call.toString(),
                "name",
                "x",
                "status",
                "error",
                "message",
                "m",
                "error_code",
                "busy",
                "duration_ms",
                7.0));
  }

  @Test
  void shouldWriteAnswersInWords() throws IOException {
    assertThat(payload(new HostMessage.DeviceControlResult("lock_screen", true, "Done.")))
        .isEqualTo(fields("action", "lock_screen", "status", "success", "message", "Done."));
    assertThat(payload(new HostMessage.DeviceControlResult("x", false, "m")).get("status"))
        .isEqualTo("error");
    assertThat(payload(new HostMessage.AwayModeStatus("m")))
        .isEqualTo(fields("available", false, "engaged", false, "message", "m"));
    assertThat(payload(new HostMessage.ConversationResponse("m"))).isEqualTo(fields("error", "m"));
  }

  private static HostMessage question(Ticks deadline) {
    return new HostMessage.ConfirmationRequest(
        new RequestId("r"), "shell", "touch x", "why", "v", deadline, new Digest("d"));
  }

  @Test
  void shouldWriteTheRest() throws IOException {
    MessageId ref = HostFixtures.REF;

    assertThat(payload(new HostMessage.Keepalive())).isEmpty();
    assertThat(payload(new HostMessage.MessagesDropped(17)))
        .isEqualTo(fields("type", "messages_dropped", "count", 17.0));
    assertThat(payload(new HostMessage.ErrorReply("c", "m", Optional.of(ref))))
        .isEqualTo(fields("code", "c", "message", "m", "ref", ref.toString()));
    assertThat(payload(new HostMessage.ErrorReply("c", "m", Optional.empty())))
        .isEqualTo(fields("code", "c", "message", "m"));
    assertThat(payload(new HostMessage.SessionEnded("r", "m")))
        .isEqualTo(fields("reason", "r", "message", "m"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\b\t\n\u000b\f\r\u001b\u001f\u007f\u0085",
        "\"\\/ </script> \u2028\u2029 \ufeff \ufffd \uffff",
        "\u00fc \u20ac \ud83d\ude00",
        "\u001b[31mred\u001b[0m",
      })
  void shouldBringAnyTextAcrossUnchanged(String text) throws IOException {
    assertThat(payload(new HostMessage.SessionEnded("r", text)))
        .isEqualTo(fields("reason", "r", "message", text));
  }

  @Test
  void shouldReplaceHalfOfASurrogatePair() throws IOException {
    assertThat(payload(new HostMessage.SessionEnded("r", "a\ud83d")))
        .isEqualTo(fields("reason", "r", "message", "a\ufffd"));
    assertThat(payload(new HostMessage.SessionEnded("r", "\ude00b")))
        .isEqualTo(fields("reason", "r", "message", "\ufffdb"));
  }

  @Test
  void shouldWriteTheNumberWhereThereIsOneAndOnlyThere() {
    // T42
    MessageId id = HostFixtures.ID;
    HostMessage message = new HostMessage.Keepalive();

    assertThat(text(new Envelope(id, message))).endsWith(",\"payload\":{}}");
    assertThat(text(new Envelope(id, message, OptionalLong.of(Long.MAX_VALUE))))
        .endsWith(",\"payload\":{},\"seq\":9223372036854775807}");
  }

  private String text(Envelope envelope) {
    return new String(codec.write(envelope, HostFixtures.NOW), StandardCharsets.UTF_8);
  }

  /** What the session counts on when it cuts output to fit one message (T17). */
  @Test
  void shouldTakeNoMoreBytesForACharacterThanSessionsReckonWith() {
    // Given
    int nothing = json("").length;

    // When
    List<String> longer =
        IntStream.rangeClosed(0, Character.MAX_VALUE)
            .filter(c -> json(String.valueOf((char) c)).length - nothing > most(c))
            .mapToObj(Integer::toHexString)
            .toList();

    // Then
    assertThat(longer).isEmpty();
  }

  /** Half of a surrogate pair becomes U+FFFD, which takes three bytes. */
  private static int most(int c) {
    if (c < 0x20 || c == 0x2028 || c == 0x2029) {
      return 6;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? 2 : 1;
    }
    return c < 0x800 ? 2 : 3;
  }

  private static byte[] json(String text) {
    return JsonOut.bytes(out -> out.put("t", text));
  }

  private Map<?, ?> payload(HostMessage message) throws IOException {
    MessageId id = new MessageId(UUID.fromString("0b7f5a0e-6d0f-4b7c-9a53-6f5d1c2e8a90"));
    Map<?, ?> envelope = independently(codec.write(new Envelope(id, message), HostFixtures.NOW));
    return (Map<?, ?>) Objects.requireNonNull(envelope.get("payload"));
  }

  private static Map<?, ?> independently(byte[] utf8) throws IOException {
    assertThat(Unicode.isUtf8(utf8)).isTrue();
    JsonReader reader = JsonReader.of(new Buffer().write(utf8));
    return (Map<?, ?>) Objects.requireNonNull(reader.readJsonValue());
  }

  private static Map<?, ?> fields(Object... namesAndValues) {
    Map<Object, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
