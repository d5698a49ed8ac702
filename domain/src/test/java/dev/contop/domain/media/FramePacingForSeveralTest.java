package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** T77: one capture for readers that want different rates. */
class FramePacingForSeveralTest {

  private static final Duration QUICK = Duration.ofMillis(33);
  private static final Duration SLOW = Duration.ofSeconds(1);

  private static Ticks at(int millis) {
    return Ticks.ZERO.plus(Duration.ofMillis(millis));
  }

  @Test
  void shouldKeepToTheLongIntervalWhileEverythingMoves() {
    // Given
    FramePacing pacing = FramePacing.starting(QUICK, at(0)).sent(at(0)).every(SLOW);

    // When the first slot after the change has passed
    FramePacing next = pacing.changed().sent(at(33)).changed();

    // Then
    assertThat(next.due()).isEqualTo(at(1033));
    assertThat(next.sent(at(1033)).changed().due()).isEqualTo(at(2033));
  }

  @Test
  void shouldNotMakeWhoBecomesMoreEagerWaitForTheLongInterval() {
    FramePacing slow = FramePacing.starting(SLOW, at(0)).sent(at(0)).changed();
    assertThat(slow.due()).isEqualTo(at(1000));

    assertThat(slow.every(QUICK).due()).isEqualTo(at(33));
  }

  @Test
  void shouldLeaveAloneWhatRunsAtThatRateAlready() {
    FramePacing pacing = FramePacing.starting(QUICK, at(0)).sent(at(0));

    assertThat(pacing.every(QUICK)).isSameAs(pacing);
  }

  @Test
  void shouldShowThePictureAgainWhenSomebodyAwaitsIt() {
    FramePacing pacing = FramePacing.starting(QUICK, at(0)).sent(at(0));
    assertThat(pacing.due()).isEqualTo(at(100));

    assertThat(pacing.due(at(60))).isEqualTo(at(60));
    assertThat(pacing.due(at(700))).isEqualTo(at(100));
    assertThat(pacing.due(Ticks.NEVER)).isEqualTo(at(100));
  }

  @Test
  void shouldNotShowItAgainFasterThanChanges() {
    FramePacing pacing = FramePacing.starting(QUICK, at(0)).sent(at(0));

    assertThat(pacing.due(at(-500))).isEqualTo(at(33));
  }

  @Test
  void shouldNotLetWhoAwaitsHurryAChange() {
    FramePacing pacing = FramePacing.starting(QUICK, at(0)).sent(at(0)).changed();

    assertThat(pacing.due(at(10))).isEqualTo(at(33));
  }
}
