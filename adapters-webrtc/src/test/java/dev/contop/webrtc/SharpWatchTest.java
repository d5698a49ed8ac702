package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.Schedule;
import dev.contop.domain.media.Sharpening;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * T78: refinement ends when the encoder makes nothing better of it, and begins anew when it must.
 */
class SharpWatchTest {

  private final Deque<Runnable> timers = new ArrayDeque<>();
  private final Sharpness sharpness = new Sharpness();
  private int looks;
  private int refreshes;
  private long frames;
  private long keyFrames = 1;
  private double quantisers;

  private final SharpWatch watch =
      new SharpWatch(
          sharpness,
          () -> refreshes++,
          (Schedule)
              (delay, task) -> {
                assertThat(delay).isEqualTo(Sharpening.WINDOW);
                timers.add(task);
                return () -> timers.remove(task);
              },
          Runnable::run,
          to -> {
            looks++;
            to.accept(new SharpSample(frames, keyFrames, OptionalDouble.of(quantisers)));
          });

  @Test
  void shouldEndWhenThePictureIsAsFineAsItGets() {
    // Given
    watch.begin();
    sharpness.changed();

    // When
    repeat(6, 40);
    window();
    assertThat(sharpness.isSharp()).isFalse();
    repeat(6, 2);
    window();

    // Then
    assertThat(sharpness.isSharp()).isTrue();
    assertThat(timers).isEmpty();
  }

  @Test
  void shouldLookAtNothingWhileThePictureMoves() {
    // Given
    watch.begin();

    // When nothing is repeated
    for (int i = 0; i < 100; i++) {
      sharpness.changed();
    }

    // Then
    assertThat(looks).isZero();
  }

  @Test
  void shouldBeginAnewWithEachPicture() {
    // Given
    watch.begin();
    repeat(6, 2);
    window();
    assertThat(sharpness.isSharp()).isTrue();

    // When
    sharpness.changed();

    // Then
    assertThat(sharpness.isSharp()).isFalse();

    // And what was measured across a change says nothing of either picture
    repeat(3, 2);
    sharpness.changed();
    repeat(3, 2);
    window();
    assertThat(sharpness.isSharp()).isFalse();
    repeat(6, 2);
    window();
    assertThat(sharpness.isSharp()).isTrue();
  }

  @Test
  void shouldEndAlthoughTheEncoderTakesNothing() {
    // Given
    watch.begin();
    sharpness.repeated();

    // When
    for (int i = 0; i < 100 && !timers.isEmpty(); i++) {
      window();
    }

    // Then
    assertThat(sharpness.isSharp()).isTrue();
    assertThat(looks).isLessThan(12);
  }

  @Test
  void shouldLookOnceForEachSeldomRepetition() {
    // Given
    watch.begin();
    repeat(6, 2);
    window();
    int before = looks;

    // When
    repeat(1, 2);
    window();
    repeat(1, 2);
    window();

    // Then
    assertThat(looks).isEqualTo(before + 2);
    assertThat(sharpness.isSharp()).isTrue();
    assertThat(refreshes).isZero();
    assertThat(timers).isEmpty();
  }

  @Test
  void shouldRefineTheKeyFrameOfAPhoneThatHadMissedSomething() {
    // Given
    watch.begin();
    repeat(6, 2);
    window();

    // When
    keyFrames++;
    repeat(1, 80);
    window();

    // Then
    assertThat(refreshes).isEqualTo(1);
    assertThat(sharpness.isSharp()).isFalse();
    repeat(6, 2);
    window();
    assertThat(sharpness.isSharp()).isTrue();
  }

  private void repeat(int times, double quantiser) {
    for (int i = 0; i < times; i++) {
      sharpness.repeated();
      frames++;
      quantisers += quantiser;
    }
  }

  private void window() {
    timers.remove().run();
  }
}
