package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in, and what is refused and why (T12, T13). */
class EnvelopeReadingTest {

  private static final String ID = "5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31";
  private static final MessageId REF = new MessageId(UUID.fromString(ID));

  private final EnvelopeCodec codec = new EnvelopeCodec();

  @Test
  void shouldReadEveryMessageWithoutFields() {
    assertThat(payload("execution_stop", "{}")).isEqualTo(new PhoneMessage.ExecutionStop());
    assertThat(payload("keepalive", "{}")).isEqualTo(new PhoneMessage.Keepalive());
    assertThat(payload("session_end", "{}")).isEqualTo(new PhoneMessage.SessionEnd());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1.0,1", "1e3,1000", "9007199254740991,9007199254740991"})
  void shouldReadAnAcknowledgement(String written, long seq) {
    // T42
    assertThat(payload("ack", "{\"seq\":" + written + "}")).isEqualTo(new PhoneMessage.Ack(seq));
  }

  @Test
  void shouldReadManualMode() {
    assertThat(payload("set_manual_mode", "{\"enabled\":true}"))
        .isEqualTo(new PhoneMessage.SetManualMode(true));
    assertThat(payload("set_manual_mode", "{\"enabled\":false}"))
        .isEqualTo(new PhoneMessage.SetManualMode(false));
  }

  @Test
  void shouldReadAnIntentWithoutTheSpaceAroundIt() {
    assertThat(payload("user_intent", "{\"text\":\" \\n list \\u00fc\\ud83d\\ude00 \\t\"}"))
        .isEqualTo(new PhoneMessage.UserIntent("list \u00fc\ud83d\ude00"));
    assertThat(payload("user_intent", "{\"text\":\"ls\",\"frame_b64\":null}"))
        .isEqualTo(new PhoneMessage.UserIntent("ls"));
  }

  @Test
  void shouldReadTheLongestIntentAndNoLonger() {
    String longest = "x".repeat(Limits.standard().intentText());

    assertThat(payload("user_intent", "{\"text\":\" " + longest + " \"}"))
        .isEqualTo(new PhoneMessage.UserIntent(longest));
    assertThat(refusal("user_intent", "{\"text\":\"" + longest + "x\"}"))
        .isEqualTo(Refusal.WRONG_TYPE);
  }

  @Test
  void shouldPassOverFieldsItDoesNotKnow() {
    String message =
        "{\"seq\":7,\"type\":\"set_manual_mode\",\"id\":\""
            + ID
            + "\",\"more\":{\"a\":[1]},\"payload\":{\"enabled\":true,\"why\":[null]}}";

    assertThat(read(message))
        .isEqualTo(new Inbound.Accepted(REF, new PhoneMessage.SetManualMode(true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user_intent     | {}                      | MISSING_FIELD",
        "user_intent     | {\"text\":null}         | WRONG_TYPE",
        "user_intent     | {\"text\":1}            | WRONG_TYPE",
        "user_intent     | {\"text\":[\"ls\"]}     | WRONG_TYPE",
        "user_intent     | {\"text\":\"\"}         | WRONG_TYPE",
        "user_intent     | {\"text\":\" \\n\\t\"}  | WRONG_TYPE",
        "user_intent     | {\"text\":\"a\\u0000\"} | WRONG_TYPE",
        "user_intent     | {\"Text\":\"ls\"}       | MISSING_FIELD",
        "set_manual_mode | {}                      | MISSING_FIELD",
        "set_manual_mode | {\"enabled\":null}      | WRONG_TYPE",
        "set_manual_mode | {\"enabled\":1}         | WRONG_TYPE",
        "set_manual_mode | {\"enabled\":\"true\"}  | WRONG_TYPE",
        "manual_control  | {}                      | MISSING_FIELD",
        "manual_control  | {\"action\":null}       | WRONG_TYPE",
        "manual_control  | {\"action\":7}          | WRONG_TYPE",
        "ack             | {}                      | MISSING_FIELD",
        "ack             | {\"Seq\":1}             | MISSING_FIELD",
        "ack             | {\"seq\":null}          | WRONG_TYPE",
        "ack             | {\"seq\":\"1\"}         | WRONG_TYPE",
        "ack             | {\"seq\":[1]}           | WRONG_TYPE",
        "ack             | {\"seq\":{}}            | WRONG_TYPE",
        "ack             | {\"seq\":true}          | WRONG_TYPE",
        "ack             | {\"seq\":0}             | WRONG_TYPE",
        "ack             | {\"seq\":-1}            | WRONG_TYPE",
        "ack             | {\"seq\":1.5}           | WRONG_TYPE",
        "ack             | {\"seq\":1e999}         | WRONG_TYPE",
        "ack             | {\"seq\":9007199254740992} | WRONG_TYPE",
        "keepalive       | []                      | WRONG_TYPE",
        "keepalive       | null                    | WRONG_TYPE",
        "keepalive       | \"{}\"                  | WRONG_TYPE",
        "Keepalive       | {}                      | UNKNOWN_TYPE",
        "keepalive\\u0000| {}                      | UNKNOWN_TYPE",
        "''              | {}                      | UNKNOWN_TYPE",
        "agent_result    | {}                      | UNKNOWN_TYPE",
      })
  void shouldRefuseAPayloadThatIsNotOfItsType(String type, String payload, Refusal cause) {
    assertThat(refusal(type, payload)).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":ID,\"payload\":{}}                         | MISSING_FIELD",
        "{\"type\":\"keepalive\",\"id\":ID}                 | MISSING_FIELD",
        "{\"type\":null,\"id\":ID,\"payload\":{}}           | WRONG_TYPE",
        "{\"type\":[],\"id\":ID,\"payload\":{}}             | WRONG_TYPE",
        "{\"type\":\"nope\",\"id\":ID,\"payload\":7}        | WRONG_TYPE",
      })
  void shouldNameTheMessageThatItRefuses(String template, Refusal cause) {
    assertThat(read(template.replace("ID", '"' + ID + '"')))
        .isEqualTo(new Inbound.Rejected(cause, Optional.of(REF)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"keepalive\",\"payload\":{}} | MISSING_FIELD",
        "{} | MISSING_FIELD",
        "[] | WRONG_TYPE",
        "7 | WRONG_TYPE",
        "null | WRONG_TYPE",
        "'{' | MALFORMED",
        "{\"type\":\"keepalive\",\"id\":\"5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31\",\"payload\":{},} | MALFORMED",
      })
  void shouldRefuseWithoutANameWhatHasNone(String message, Refusal cause) {
    assertThat(read(message)).isEqualTo(new Inbound.Rejected(cause, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"\"",
        "\"1\"",
        "\"5f0c1f6e9b1d4c0a8d572f4f0a9e7c31\"",
        "\"{5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31}\"",
        "\"5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c3\"",
        "\"5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c311\"",
        "\"5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c3g\"",
        "\"5f0c1f6e-9b1d-4c0a-8d57+2f4f0a9e7c31\"",
        "\"5f0c1f6e-9b1d-1c0a-8d57-2f4f0a9e7c31\"", // version 1
        "\"5f0c1f6e-9b1d-7c0a-8d57-2f4f0a9e7c31\"", // version 7
        "\"5f0c1f6e-9b1d-4c0a-0d57-2f4f0a9e7c31\"", // another variant
        "\"5f0c1f6e-9b1d-4c0a-cd57-2f4f0a9e7c31\"",
        "\"00000000-0000-0000-0000-000000000000\"",
        "\" 5f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31\"",
        "\"5f0c1f6-e9b1d-4c0a-8d57-2f4f0a9e7c31a\"",
        "\"\uff15f0c1f6e-9b1d-4c0a-8d57-2f4f0a9e7c31\"",
      })
  void shouldRefuseAnIdThatIsNoRandomUuid(String id) {
    assertThat(read("{\"type\":\"keepalive\",\"id\":" + id + ",\"payload\":{}}"))
        .isEqualTo(new Inbound.Rejected(Refusal.WRONG_TYPE, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5F0C1F6E-9B1D-4C0A-8D57-2F4F0A9E7C31",
        "5f0c1f6e-9b1d-4c0a-9d57-2f4f0a9e7c31",
        "ffffffff-ffff-4fff-bfff-ffffffffffff",
        "00000000-0000-4000-A000-000000000000",
      })
  void shouldReadAnIdInEitherCase(String id) {
    assertThat(read("{\"type\":\"keepalive\",\"id\":\"" + id + "\",\"payload\":{}}"))
        .isEqualTo(
            new Inbound.Accepted(new MessageId(UUID.fromString(id)), new PhoneMessage.Keepalive()));
  }

  @ParameterizedTest
  @EnumSource
  void shouldTakeWhatFitsTheChannelAndNoMore(ChannelLabel channel) {
    // Given
    String message = envelope("keepalive", "{\"pad\":\"%s\"}");
    int padding = channel.maxMessageBytes() - message.length() + "%s".length();
    String fitting = message.replace("%s", "x".repeat(padding));

    // Then
    assertThat(codec.read(channel, utf8(fitting))).isInstanceOf(Inbound.Accepted.class);
    assertThat(codec.read(channel, utf8(fitting + " ")))
        .isEqualTo(new Inbound.Rejected(Refusal.TOO_LARGE, Optional.empty()));
  }

  private PhoneMessage payload(String type, String payload) {
    Inbound inbound = read(envelope(type, payload));
    assertThat(inbound).isInstanceOf(Inbound.Accepted.class);
    return ((Inbound.Accepted) inbound).message();
  }

  private Refusal refusal(String type, String payload) {
    Inbound inbound = read(envelope(type, payload));
    assertThat(inbound).isInstanceOf(Inbound.Rejected.class);
    assertThat(((Inbound.Rejected) inbound).ref()).contains(REF);
    return ((Inbound.Rejected) inbound).cause();
  }

  private static String envelope(String type, String payload) {
    return "{\"type\":\"" + type + "\",\"id\":\"" + ID + "\",\"payload\":" + payload + "}";
  }

  private Inbound read(String message) {
    return codec.read(ChannelLabel.RELIABLE, utf8(message));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
