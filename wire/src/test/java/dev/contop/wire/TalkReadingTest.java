package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Picture;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backstory, pictures, device actions, and what is only asked, as they are read (T50, T54). */
class TalkReadingTest {

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

  @Test
  void shouldReadWhatHasNoFields() {
    assertThat(Payloads.read("new_session", "{}")).isEqualTo(new PhoneMessage.NewSession());
    assertThat(Payloads.read("away_mode_status", "{}"))
        .isEqualTo(new PhoneMessage.AwayModeStatus());
    assertThat(Payloads.read("away_mode_engage", "{\"pin\":1}"))
        .isEqualTo(new PhoneMessage.SwitchAwayMode());
    assertThat(Payloads.read("away_mode_disengage", "{}"))
        .isEqualTo(new PhoneMessage.SwitchAwayMode());
    assertThat(Payloads.read("refresh_proxy_status", "{}"))
        .isEqualTo(new PhoneMessage.RefreshProxyStatus());
    assertThat(Payloads.read("conversation_request", "{\"text\":\"hello\"}"))
        .isEqualTo(new PhoneMessage.ConversationRequest());
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadEveryDeviceAction(DeviceAction action) {
    assertThat(Payloads.read("device_control", "{\"action\":\"" + action.wireName() + "\"}"))
        .isEqualTo(new PhoneMessage.DeviceControl(action.wireName(), Optional.of(action)));
  }

  @Test
  void shouldNameADeviceActionThatIsNotThere() {
    assertThat(Payloads.read("device_control", "{\"action\":\"make coffee\"}"))
        .isEqualTo(new PhoneMessage.DeviceControl("make?coffee", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "device_control  | {}                                  | MISSING_FIELD",
        "device_control  | {\"action\":null}                   | WRONG_TYPE",
        "device_control  | {\"action\":1}                      | WRONG_TYPE",
        "session_context | {}                                  | MISSING_FIELD",
        "session_context | {\"entries\":null}                  | WRONG_TYPE",
        "session_context | {\"entries\":\"a\"}                 | WRONG_TYPE",
        "session_context | {\"entries\":{}}                    | WRONG_TYPE",
        "session_context | {\"turns\":7}                       | WRONG_TYPE",
        "session_context | {\"entries\":[],\"turns\":[]}       | WRONG_TYPE",
        "session_context | {\"entries\":[7]}                   | WRONG_TYPE",
        "session_context | {\"entries\":[null]}                | WRONG_TYPE",
        "session_context | {\"entries\":[\"a\",[]]}            | WRONG_TYPE",
        "session_context | {\"entries\":[{}]}                  | WRONG_TYPE",
        "session_context | {\"entries\":[{\"text\":7}]}        | WRONG_TYPE",
        "session_context | {\"entries\":[{\"text\":\"a\",\"role\":7}]}      | WRONG_TYPE",
        "session_context | {\"entries\":[{\"text\":\"a\",\"role\":\"a\\nb\"}]} | WRONG_TYPE",
        "user_intent     | {\"text\":\"a\",\"frame_b64\":7}    | WRONG_TYPE",
        "user_intent     | {\"text\":\"a\",\"frame_b64\":\"\"} | WRONG_TYPE",
      })
  void shouldRefuseWhatIsNotOfItsShape(String type, String payload, Refusal cause) {
    assertThat(Payloads.refusal(type, payload)).isEqualTo(cause);
  }

  @Test
  void shouldReadABackstoryInEveryForm() {
    // Given
    List<Backstory.Entry> story =
        List.of(new Backstory.Entry("", "first"), new Backstory.Entry("user", "second"));

    // Then
    assertThat(
            Payloads.read(
                "session_context",
                "{\"entries\":[\"first\",{\"role\":\" user \",\"text\":\"second\"}]}"))
        .isEqualTo(new PhoneMessage.SessionContext(story));
    assertThat(
            Payloads.read(
                "session_context",
                "{\"turns\":[{\"content\":\"first\"},{\"role\":\"user\",\"content\":\"second\"}]}"))
        .isEqualTo(new PhoneMessage.SessionContext(story));
    assertThat(
            Payloads.read(
                "session_context",
                "{\"entries\":null,\"turns\":[\"first\",{\"role\":\"user\",\"text\":\"second\",\"content\":\"no\"}]}"))
        .isEqualTo(new PhoneMessage.SessionContext(story));
  }

  @Test
  void shouldReadAsManyEntriesAsAreAllowedAndNoMore() {
    assertThat(Payloads.read("session_context", "{\"entries\":[" + entries(1000) + "]}"))
        .isInstanceOfSatisfying(
            PhoneMessage.SessionContext.class,
            context -> assertThat(context.entries()).hasSize(1000));
    assertThat(Payloads.refusal("session_context", "{\"entries\":[" + entries(1001) + "]}"))
        .isEqualTo(Refusal.WRONG_TYPE);
  }

  @Test
  void shouldReadPicturesOfBothKinds() {
    assertThat(intentWith(base64(JPEG)))
        .isEqualTo(
            new PhoneMessage.UserIntent(
                "a", Optional.of(new Picture(Picture.Format.JPEG, base64(JPEG)))));
    assertThat(intentWith(base64(PNG)))
        .isEqualTo(
            new PhoneMessage.UserIntent(
                "a", Optional.of(new Picture(Picture.Format.PNG, base64(PNG)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAA",
        "/9j/", // the mark of a JPEG and nothing behind it
        "iVBORw0KGgo=", // the signature of a PNG and nothing behind it
        "R0lGODlhAQABAAAAACw=", // GIF
        "/9j/4A", // without padding
        "/9j_4AAQ", // the alphabet of URLs
        "/9j/4A==\\n",
        "data:image/jpeg;base64,/9j/4A==",
        "not base64 at all",
      })
  void shouldRefuseWhatIsNoPicture(String base64) {
    assertThat(Payloads.refusal("user_intent", "{\"text\":\"a\",\"frame_b64\":\"" + base64 + "\"}"))
        .isEqualTo(Refusal.WRONG_TYPE);
  }

  private static PhoneMessage intentWith(String base64) {
    return Payloads.read("user_intent", "{\"text\":\"a\",\"frame_b64\":\"" + base64 + "\"}");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> "\"a\"").collect(Collectors.joining(","));
  }
}
