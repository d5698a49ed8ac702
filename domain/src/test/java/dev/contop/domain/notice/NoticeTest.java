package dev.contop.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

  private static final DeviceId PHONE = new DeviceId("phone");

  @Test
  void shouldSayWhatAPhoneMay() {
    assertThat(new Notice.PhoneConnected(PHONE, Role.VIEW).text())
        .isEqualTo("phone watches this desktop.");
    assertThat(new Notice.PhoneConnected(PHONE, Role.CONTROL).text())
        .isEqualTo("phone sees and drives this desktop.");
    assertThat(new Notice.PhonePaired(PHONE, ConnectionType.PERMANENT, Role.VIEW).text())
        .isEqualTo("A code was made for phone, which may watch for 30 days.");
    assertThat(new Notice.PhonePaired(PHONE, ConnectionType.TEMPORARY, Role.CONTROL).text())
        .isEqualTo("A code was made for phone, which may drive this desktop for four hours.");
    assertThat(new Notice.RefusedRepeatedly("2001:db8::7").text()).contains("2001:db8::7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "a b", "", "192.0.2.7\n", "$(reboot)"})
  void shouldShowNothingThatIsNoAddress(String text) {
    assertThat(new Notice.RefusedRepeatedly(text).text()).contains("an unknown address");
  }
}
