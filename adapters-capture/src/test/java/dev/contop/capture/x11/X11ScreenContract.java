package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an X11 screen promises besides, by whichever way picture and changes come. */
abstract class X11ScreenContract extends X11AtomicContract {

  /** A program that hides the pointer is noticed once a second; and then the machine is busy. */
  private static final Duration HIDING_SEEN = Duration.ofMillis(2500);

  @Test
  void shouldDrawThePointerWithItsHotSpotAtItsPlace() throws Exception {
    // Given
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    desktop().warpPointer(200, 150);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(pixels.count(LEFT, 197, 143, 6, 12)).isEqualTo(6 * 12);
    assertThat(pixels.count(RIGHT, 203, 143, 6, 12)).isEqualTo(6 * 12);
    assertThat(pixels.count(LEFT) + pixels.count(RIGHT)).isEqualTo(12 * 12);
  }

  @Test
  void shouldCutThePointerAtTheEdge() throws Exception {
    // Given
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    int right = screen.size().width() - 1;
    int bottom = screen.size().height() - 1;

    // When
    desktop().warpPointer(0, 0);
    Pixels above = Pixels.of(screen.grab());
    int leftAbove = above.count(LEFT);
    int rightAbove = above.count(RIGHT);
    desktop().warpPointer(right, bottom);
    Pixels below = Pixels.of(screen.grab());

    // Then
    assertThat(leftAbove).isEqualTo(3 * 5);
    assertThat(rightAbove).isEqualTo(6 * 5);
    assertThat(below.count(LEFT)).isEqualTo(4 * 8);
    assertThat(below.count(RIGHT)).isZero();
  }

  @Test
  void shouldLeaveNoTraceOfThePointer() throws Exception {
    // Given
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    desktop().warpPointer(200, 150);
    screen.grab();

    // When
    desktop().warpPointer(20, 30);
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(pixels.count(LEFT, 197, 143, 12, 12)).isZero();
    assertThat(pixels.count(LEFT, 17, 23, 12, 12)).isEqualTo(6 * 12);
  }

  @Test
  void shouldNoticeAnotherShapeOfThePointer() throws Exception {
    // Given
    settle();

    // When
    desktop().setPointer(16, 0, 0, LEFT, RIGHT);

    // Then
    assertThat(screen.awaitChange(Duration.ofMillis(200))).isTrue();
    assertThat(Pixels.of(screen.grab()).count(LEFT, 5, 5, 8, 16)).isEqualTo(8 * 16);
  }

  @Test
  void shouldNotDrawAPointerThatAProgramHides() throws Exception {
    // Given
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    desktop().warpPointer(200, 150);
    settle();
    assertThat(Pixels.of(screen.grab()).count(LEFT)).isEqualTo(6 * 12);

    // When
    desktop().hidePointer();
    boolean changed = screen.awaitChange(HIDING_SEEN);
    Frame hidden = screen.grab();
    int left = Pixels.of(hidden).count(LEFT);
    Damage damage = hidden.damage();
    desktop().showPointer();
    boolean changedBack = screen.awaitChange(HIDING_SEEN);

    // Then T70
    assertThat(changed).isTrue();
    assertThat(left).isZero();
    assertThat(damage.covers(Damage.of(new ScreenArea(197, 143, new ScreenSize(12, 12))))).isTrue();
    assertThat(changedBack).isTrue();
    assertThat(Pixels.of(screen.grab()).count(LEFT)).isEqualTo(6 * 12);
  }

  @Test
  void shouldNotShowAHiddenPointerToWhoOpensTheScreenLater() throws Exception {
    // Given
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    desktop().warpPointer(200, 150);
    desktop().hidePointer();

    // When
    try (Screen later = subject().open()) {
      // Then
      assertThat(Pixels.of(later.grab()).count(LEFT)).isZero();
    }
  }

  /** Changes without a pause are grabbed without a wait in between. */
  @Test
  void shouldSeeThePointerHiddenWhileEverythingChanges() throws Exception {
    // Given
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    desktop().warpPointer(200, 150);
    screen.grab();

    // When
    desktop().hidePointer();

    // Then
    await()
        .atMost(HIDING_SEEN)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .pollInSameThread()
        .until(
            () -> {
              change();
              return Pixels.of(screen.grab()).count(LEFT) == 0;
            });
  }

  @Test
  void shouldDrawNothingOfATransparentPointer() throws Exception {
    // Given
    desktop().paintRoot(0x334455);
    desktop().setTransparentPointer(16);
    desktop().warpPointer(200, 150);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    ScreenSize size = screen.size();
    assertThat(pixels.count(0x334455)).isEqualTo(size.width() * size.height());
  }

  /** T78: what is fetched in parts is as right as what is fetched at once. */
  @Test
  void shouldShowWhatAFreshScreenShowsWhateverHasChanged() throws Exception {
    // Given
    Random random = new Random(78);
    int width = screen.size().width();
    int height = screen.size().height();
    desktop().setPointer(12, 3, 7, LEFT, RIGHT);
    screen.grab();
    for (int round = 0; round < 60; round++) {
      IntBuffer before = copy(Pixels.of(screen.grab()));

      // When
      for (int draws = random.nextInt(3); draws > 0; draws--) {
        int x = random.nextInt(width);
        int y = random.nextInt(height);
        desktop()
            .paintRoot(
                random.nextInt(0x1000000),
                x,
                y,
                1 + random.nextInt(width - x),
                1 + random.nextInt(height - y));
      }
      if (random.nextBoolean()) {
        desktop().warpPointer(random.nextInt(width), random.nextInt(height));
      }
      if (random.nextInt(5) == 0) {
        desktop().setPointer(4 + random.nextInt(20), 2, 3, LEFT, RIGHT);
      }
      Frame frame = screen.grab();

      // Then
      IntBuffer now = copy(Pixels.of(frame));
      try (Screen fresh = subject().open()) {
        Damage wrong = difference(copy(Pixels.of(fresh.grab())), now, width);
        assertThat(wrong)
            .as("round %d, where %s was told of", round, frame.damage())
            .isEqualTo(Damage.NONE);
      }
      assertThat(frame.damage().covers(difference(before, now, width)))
          .as("round %d: %s", round, frame.damage())
          .isTrue();
    }
  }

  private static IntBuffer copy(Pixels pixels) {
    return IntBuffer.allocate(pixels.ints().limit()).put(pixels.ints().duplicate()).flip();
  }

  private static Damage difference(IntBuffer before, IntBuffer now, int width) {
    Damage difference = Damage.NONE;
    for (int i = before.mismatch(now); i >= 0 && i < now.limit(); i++) {
      if (before.get(i) != now.get(i)) {
        difference =
            difference.and(Damage.of(new ScreenArea(i % width, i / width, new ScreenSize(1, 1))));
      }
    }
    return difference;
  }
}
