package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to confirmations as they are read (T52, T53). */
class AnswersTest {

  private static final String HEX = "0123456789abcdef".repeat(4);

  @Test
  void shouldReadAYesAndANo() {
    assertThat(read("{\"request_id\":\"r\",\"approved\":true}"))
        .isEqualTo(
            new PhoneMessage.ConfirmationResponse(new RequestId("r"), true, Optional.empty()));
    assertThat(read("{\"request_id\":\"r\",\"approved\":false,\"digest\":null}"))
        .isEqualTo(
            new PhoneMessage.ConfirmationResponse(new RequestId("r"), false, Optional.empty()));
  }

  @Test
  void shouldReadTheDigest() {
    assertThat(read("{\"request_id\":\"r\",\"approved\":true,\"digest\":\"" + HEX + "\"}"))
        .isEqualTo(
            new PhoneMessage.ConfirmationResponse(
                new RequestId("r"), true, Optional.of(new Digest(HEX))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r", " r ", "not a uuid", "日本語"})
  void shouldReadAnyShortTextAsAName(String name) {
    assertThat(read("{\"request_id\":\"" + name + "\",\"approved\":true}"))
        .isEqualTo(
            new PhoneMessage.ConfirmationResponse(new RequestId(name), true, Optional.empty()));
  }

  @Test
  void shouldReadTheLongestNameAndNoLonger() {
    String longest = "x".repeat(64);

    assertThat(read("{\"request_id\":\"" + longest + "\",\"approved\":true}"))
        .isEqualTo(
            new PhoneMessage.ConfirmationResponse(new RequestId(longest), true, Optional.empty()));
    assertThat(
            Payloads.refusal(
                "agent_confirmation_response",
                "{\"request_id\":\"" + longest + "x\",\"approved\":true}"))
        .isEqualTo(Refusal.WRONG_TYPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"approved\":true}                           | MISSING_FIELD",
        "{\"request_id\":\"r\"}                        | MISSING_FIELD",
        "{\"request_id\":null,\"approved\":true}       | WRONG_TYPE",
        "{\"request_id\":7,\"approved\":true}          | WRONG_TYPE",
        "{\"request_id\":[\"r\"],\"approved\":true}    | WRONG_TYPE",
        "{\"request_id\":\"\",\"approved\":true}       | WRONG_TYPE",
        "{\"request_id\":\" \",\"approved\":true}      | WRONG_TYPE",
        "{\"request_id\":\"a\\nb\",\"approved\":true}  | WRONG_TYPE",
        "{\"request_id\":\"r\",\"approved\":null}      | WRONG_TYPE",
        "{\"request_id\":\"r\",\"approved\":1}         | WRONG_TYPE",
        "{\"request_id\":\"r\",\"approved\":\"true\"}  | WRONG_TYPE",
        "{\"request_id\":\"r\",\"approved\":[true]}    | WRONG_TYPE",
        "{\"request_id\":\"r\",\"approved\":true,\"digest\":7}    | WRONG_TYPE",
        "{\"request_id\":\"r\",\"approved\":true,\"digest\":\"\"} | WRONG_TYPE",
      })
  void shouldRefuseWhatIsNoAnswer(String payload, Refusal cause) {
    assertThat(Payloads.refusal("agent_confirmation_response", payload)).isEqualTo(cause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789abcdeg0123456789abcdef0123456789abcdef0123456789abcdef",
      })
  void shouldRefuseADigestThatNoHostWrites(String digest) {
    assertThat(
            Payloads.refusal(
                "agent_confirmation_response",
                "{\"request_id\":\"r\",\"approved\":true,\"digest\":\"" + digest + "\"}"))
        .isEqualTo(Refusal.WRONG_TYPE);
  }

  private static PhoneMessage read(String payload) {
    return Payloads.read("agent_confirmation_response", payload);
  }
}
