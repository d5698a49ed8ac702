package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T94: programs read back what the loopback listener says. */
class RestAnswersTest {

  private static String answer(String name) {
    return Objects.requireNonNull(RestFixtures.answers().get(name));
  }

  @Test
  void shouldReadTheListOfDevices() {
    // When
    List<ListedDevice> devices = ListedDevice.read(answer("devices")).orElseThrow();

    // Then
    assertThat(devices)
        .containsExactlyElementsOf(RestFixtures.devices().stream().map(ListedDevice::of).toList());
    assertThat(devices.get(0).name()).contains("Ada\u2019s phone");
    assertThat(devices.get(1).lastSeen()).isEmpty();
  }

  @Test
  void shouldShowNoKey() {
    assertThat(answer("devices")).doesNotContain("key", "00000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"devices\":7}", "{\"devices\":[7]}", "{\"devices\":[{}]}"})
  void shouldReadNoOtherList(String text) {
    assertThat(ListedDevice.read(text)).isEmpty();
    assertThat(RestAnswers.fingerprint(text)).isEmpty();
    assertThat(RestAnswers.refusal(text)).isEmpty();
    assertThat(RestAnswers.warning(text)).isEmpty();
  }

  @Test
  void shouldReadWhatPeopleAreTold() {
    assertThat(RestAnswers.fingerprint(answer("connection-info")).orElseThrow().hex())
        .isEqualTo("0123456789abcdef".repeat(4));
    assertThat(RestAnswers.fingerprint("{\"fingerprint\":\"ABC\"}")).isEmpty();
    assertThat(RestAnswers.refusal(answer("error"))).contains("There is no such device.");
    assertThat(RestAnswers.warning(answer("revoked"))).isEqualTo(Optional.empty());
    assertThat(RestAnswers.warning(answer("revoked/warning")).orElseThrow()).contains("disk");
  }
}
