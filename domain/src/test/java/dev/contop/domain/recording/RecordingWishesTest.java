package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.DeviceId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is recorded (T75). */
class RecordingWishesTest {

  private static final DeviceId PHONE = new DeviceId("phone");
  private static final DeviceId TABLET = new DeviceId("tablet");

  @Test
  void shouldRecordNobodyUnlessAsked() {
    assertThat(RecordingWishes.of(false, Set.of()).wants(PHONE)).isFalse();
  }

  @Test
  void shouldRecordAllOrTheNamedOnes() {
    assertThat(RecordingWishes.of(true, Set.of()).wants(PHONE)).isTrue();
    assertThat(RecordingWishes.of(false, Set.of(PHONE)).wants(PHONE)).isTrue();
    assertThat(RecordingWishes.of(false, Set.of(PHONE)).wants(TABLET)).isFalse();
  }

  @Test
  void shouldDoWhatWasAskedLast() {
    // Given
    RecordingWishes all = RecordingWishes.of(true, Set.of());

    // When
    RecordingWishes stopped = all.without(PHONE);

    // Then
    assertThat(stopped.wants(PHONE)).isFalse();
    assertThat(stopped.wants(TABLET)).isTrue();
    assertThat(stopped.with(PHONE).wants(PHONE)).isTrue();
    assertThat(RecordingWishes.of(false, Set.of(PHONE)).without(PHONE).wants(PHONE)).isFalse();
  }
}
