package dev.contop.application.device;

import static dev.contop.application.device.RecordedDevice.DONE;
import static dev.contop.application.device.RecordedDevice.ask;
import static dev.contop.domain.device.DeviceAction.KEEP_AWAKE_OFF;
import static dev.contop.domain.device.DeviceAction.KEEP_AWAKE_ON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every desktop that can be kept awake keeps to (T54). */
@Timeout(60)
public abstract class ControlDeviceContract {

  /** What is tested, not kept awake yet. */
  protected abstract ControlDevice subject();

  @Test
  void shouldBeKeptAwakeUntilToldOtherwise() throws Exception {
    // When / Then
    assertThat(subject().isKeptAwake()).isFalse();
    assertThat(ask(subject(), KEEP_AWAKE_ON)).isEqualTo(DONE);
    assertThat(subject().isKeptAwake()).isTrue();
    assertThat(ask(subject(), KEEP_AWAKE_OFF)).isEqualTo(DONE);
    assertThat(subject().isKeptAwake()).isFalse();
  }

  @Test
  void shouldDoAgainWhatIsDone() throws Exception {
    // When / Then
    assertThat(ask(subject(), KEEP_AWAKE_OFF)).isEqualTo(DONE);
    assertThat(ask(subject(), KEEP_AWAKE_ON)).isEqualTo(DONE);
    assertThat(ask(subject(), KEEP_AWAKE_ON)).isEqualTo(DONE);
    assertThat(ask(subject(), KEEP_AWAKE_OFF)).isEqualTo(DONE);
    assertThat(subject().isKeptAwake()).isFalse();
  }
}
