package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramePacingTest {

  private static final Duration INTERVAL = Duration.ofNanos(33_333_333);

  @Test
  void shouldSendTheFirstFrameAtOnce() {
    // Given
    Ticks now = at(Duration.ofSeconds(5));

    // Then
    assertThat(FramePacing.starting(INTERVAL, now).due()).isEqualTo(now);
  }

  @Test
  void shouldKeepExactlyTheAskedRateWhileAllChanges() {
    // Given a capture thread that wakes up to 5 ms late, each time
    Random random = new Random(3);
    Ticks now = Ticks.ZERO;
    FramePacing pacing = FramePacing.starting(INTERVAL, now);
    int frames = 0;

    // When a minute passes in which something changes after each frame
    while (now.isBefore(at(Duration.ofMinutes(1)))) {
      now = pacing.due().plus(Duration.ofNanos(random.nextInt(5_000_000)));
      pacing = pacing.sent(now).changed();
      frames++;
    }

    // Then T70
    assertThat(frames).isBetween(1800, 1801);
  }

  @Test
  void shouldNotSendABurstAfterALateFrame() {
    // Given a frame that comes ten intervals late
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO).changed();
    Ticks late = at(INTERVAL.multipliedBy(11));

    // When
    FramePacing after = pacing.sent(late).changed();

    // Then the next is due a whole interval later
    assertThat(after.due()).isEqualTo(late.plus(INTERVAL));
  }

  @Test
  void shouldSendALoneChangeAtOnceAfterHoursOfStillness() {
    // Given
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);
    Ticks hoursLater = at(Duration.ofHours(5));

    // When
    FramePacing changed = pacing.changed();

    // Then T78
    assertThat(changed.due().reachedAt(hoursLater)).isTrue();
    assertThat(changed.sent(hoursLater).changed().due()).isEqualTo(hoursLater.plus(INTERVAL));
  }

  @Test
  void shouldNotSendASecondChangeBeforeItsSlot() {
    // When
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO).changed();

    // Then
    assertThat(pacing.due()).isEqualTo(at(INTERVAL));
  }

  @Test
  void shouldRepeatAStillPictureForAWhileAndThenSeldom() {
    // Given
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);

    // When
    List<Long> pauses = new ArrayList<>();
    Ticks now = Ticks.ZERO;
    for (int i = 0; i < 21; i++) {
      pauses.add(pacing.due().since(now).toMillis());
      now = pacing.due();
      pacing = pacing.sent(now);
    }

    // Then T78
    assertThat(pauses)
        .containsExactly(
            100L, 100L, 100L, 100L, 100L, 100L, 100L, 100L, 100L, 100L, 100L, 100L, 500L, 500L,
            500L, 500L, 500L, 500L, 2500L, 2500L, 2500L);
  }

  @Test
  void shouldRepeatASharpPictureSeldom() {
    // Given
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);
    Ticks again = pacing.due();

    // When
    FramePacing sharp = pacing.sent(again).sharp();

    // Then T78
    assertThat(sharp.due()).isEqualTo(again.plus(FramePacing.SELDOM));
    assertThat(sharp.sharp()).isSameAs(sharp);
    assertThat(sharp.sent(sharp.due()).due())
        .isEqualTo(again.plus(FramePacing.SELDOM).plus(FramePacing.SELDOM));
  }

  @Test
  void shouldSharpenForWhoJoinsThoughOthersHaveItSharp() {
    // Given
    FramePacing sharp = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO).sharp();
    Ticks later = at(Duration.ofSeconds(1));

    // When
    FramePacing after = sharp.joined().sent(later);

    // Then
    assertThat(after.due()).isEqualTo(later.plus(FramePacing.QUICKLY));
  }

  @Test
  void shouldNeverLetABrowserTakeTheNextFrameForLost() {
    // Given that it waits for three seconds, and that a frame may be late
    Duration patience = Duration.ofSeconds(3);

    // Then
    assertThat(FramePacing.SELDOM).isLessThanOrEqualTo(patience.minusMillis(500));
  }

  @Test
  void shouldLetNoChangeWaitForARepetition() {
    // Given a picture that has just been sent again
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);
    Ticks again = pacing.due();
    pacing = pacing.sent(again);

    // When something changes a millisecond later
    Ticks then = again.plus(Duration.ofMillis(1));

    // Then
    assertThat(pacing.changed().due().reachedAt(then)).isTrue();
    assertThat(pacing.changed().sent(then).changed().due()).isEqualTo(then.plus(INTERVAL));
  }

  @Test
  void shouldSendAChangeThatCameRightAfterARepetitionAgainSoon() {
    // Given a picture that has just been sent again, to an encoder that leaves out what comes at
    // once
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);
    Ticks again = pacing.due();
    Ticks then = again.plus(Duration.ofMillis(5));

    // When
    FramePacing after = pacing.sent(again).changed().sent(then);

    // Then: once, and at the usual pace from there on
    assertThat(after.due()).isEqualTo(then.plus(INTERVAL));
    FramePacing usual = after.sent(after.due());
    assertThat(usual.due()).isEqualTo(after.due().plus(FramePacing.QUICKLY));
  }

  @Test
  void shouldSharpenAgainAfterAChange() {
    // Given a picture that is sharp
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);
    pacing = pacing.sent(pacing.due()).sharp();

    // When
    Ticks now = at(Duration.ofMinutes(1));
    FramePacing after = pacing.changed().sent(now);

    // Then
    assertThat(after.due()).isEqualTo(now.plus(FramePacing.QUICKLY));
  }

  @Test
  void shouldGiveANewReaderAPictureAtOnce() {
    // Given
    FramePacing pacing = FramePacing.starting(INTERVAL, Ticks.ZERO).sent(Ticks.ZERO);
    Ticks later = at(Duration.ofSeconds(1));

    // Then
    assertThat(pacing.due().reachedAt(at(INTERVAL))).isFalse();
    assertThat(pacing.joined().due().reachedAt(later)).isTrue();

    // And nothing needs to be grabbed for it, while it sharpens for them as for everybody
    assertThat(pacing.joined().dirty()).isFalse();
    FramePacing sent = pacing.joined().sent(later);
    assertThat(sent.due()).isEqualTo(later.plus(FramePacing.QUICKLY));
  }

  @Test
  void shouldNotRepeatFasterThanItMaySend() {
    // Given one frame a second
    FramePacing slow = FramePacing.starting(Duration.ofSeconds(1), Ticks.ZERO).sent(Ticks.ZERO);

    // Then
    assertThat(slow.due()).isEqualTo(at(Duration.ofSeconds(1)));
    assertThat(slow.sent(slow.due()).due()).isEqualTo(at(Duration.ofSeconds(2)));
  }

  private static Ticks at(Duration sinceStart) {
    return Ticks.ZERO.plus(sinceStart);
  }
}
