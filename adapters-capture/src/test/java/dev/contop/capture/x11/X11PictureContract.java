package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.capture.ScreenContract;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every screen promises that shows an X11 display, by whatever means. */
public abstract class X11PictureContract extends ScreenContract {

  private static final int RED = 0xe01020;
  protected static final int LEFT = 0x11ff22;
  protected static final int RIGHT = 0x3344ff;

  private XClient desktop;
  private int colour = 0x203040;

  protected abstract Xvfb server();

  /** Within what time a change after stillness is seen. */
  protected abstract Duration interval();

  @BeforeEach
  void connectDesktop() throws Exception {
    desktop = new XClient(server().display());
    desktop.paintRoot(0);
    desktop.warpPointer(5, 5);
  }

  @AfterEach
  void disconnectDesktop() {
    desktop.close();
  }

  protected final XClient desktop() {
    return desktop;
  }

  @Override
  protected void change() throws Exception {
    colour += 0x010101;
    desktop.paintRoot(colour);
  }

  @Test
  void shouldFindAWindowAtItsPixels() throws Exception {
    // Given
    desktop.showWindow(101, 53, 37, 19, RED);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(pixels.count(RED, 101, 53, 37, 19)).isEqualTo(37 * 19);
    assertThat(pixels.count(RED)).isEqualTo(37 * 19);
  }

  @Test
  void shouldBeToldAtOnceOfAPointerThatMoves() throws Exception {
    // Given
    settle();

    for (int i = 0; i < 10; i++) {
      // When
      desktop.movePointer(320 + i, 240);
      long moved = System.nanoTime();
      boolean changed = screen.awaitChange(Duration.ofSeconds(5));

      // Then
      assertThat(changed).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - moved)).isLessThan(Duration.ofMillis(100));
      screen.grab();
    }
  }

  @Test
  void shouldNoticeAPointerThatWasWarped() throws Exception {
    // Given
    settle();

    // When
    desktop.warpPointer(321, 241);

    // Then
    assertThat(screen.awaitChange(Duration.ofMillis(500))).isTrue();
  }

  @Test
  void shouldNotCallItsOwnGrabsAChange() throws Exception {
    // Given
    settle();

    // When
    for (int i = 0; i < 10; i++) {
      screen.grab();
    }

    // Then
    assertThat(screen.awaitChange(Duration.ofMillis(400))).isFalse();
  }

  /**
   * The time without a change is short here, and a minute in {@code ./verify --soak}. What is
   * promised is what the screen does, so the best of three tries counts: a machine that runs other
   * tests may give neither this thread nor the server a processor within the interval.
   */
  @Test
  @Timeout(300)
  void shouldSeeAChangeAfterStillnessWithinOneInterval() throws Exception {
    // Given
    Duration stillness = Duration.ofSeconds(Long.getLong("contop.stillness", 2));
    Duration least = Duration.ofDays(1);
    ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor();
    try {
      for (int round = 0; round < 3 && least.compareTo(interval()) >= 0; round++) {
        settle();

        // When
        Future<Long> drawn =
            painter.schedule(this::changeNow, stillness.toMillis(), TimeUnit.MILLISECONDS);
        boolean changed = screen.awaitChange(stillness.plusSeconds(5));
        Duration took = Duration.ofNanos(System.nanoTime() - drawn.get(5, TimeUnit.SECONDS));
        assertThat(changed).isTrue();
        assertThat(took).as("seen after it was drawn").isPositive();
        least = took.compareTo(least) < 0 ? took : least;
      }
    } finally {
      painter.shutdownNow();
    }

    // Then T78
    System.out.printf(
        "a change after %d s was seen within %d us%n",
        stillness.toSeconds(), least.toNanos() / 1000);
    assertThat(least).isLessThan(interval());
  }

  private long changeNow() throws Exception {
    long begun = System.nanoTime();
    change();
    return begun;
  }
}
