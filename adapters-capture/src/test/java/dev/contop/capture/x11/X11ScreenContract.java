package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.ScreenUnavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What an X11 screen promises besides, by whichever way picture and changes come. */
abstract class X11ScreenContract extends X11PictureContract {

  /** Rows that the pointer does not reach. */
  private static final int CLEAR_OF_POINTER = 64;

  /** What changes without being told of is looked for every 40 ms. */
  @Override
  protected Duration interval() {
    return Duration.ofMillis(50);
  }

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
  void shouldShowOneAtomicDrawWholeOrNotAtAll() throws Exception {
    // Given somebody who paints everything anew as fast as the server takes it
    AtomicBoolean stop = new AtomicBoolean();
    try (XClient painter = new XClient(server().display())) {
      Thread painting =
          new Thread(
              () -> {
                try {
                  for (int i = 0; !stop.get(); i++) {
                    painter.paintRoot(i % 2 == 0 ? LEFT : RIGHT);
                  }
                } catch (ScreenUnavailable gone) {
                  stop.set(true);
                }
              });
      painting.start();
      int seen = 0;
      try {
        // When
        for (int i = 0; i < 200; i++) {
          Pixels pixels = Pixels.of(screen.grab());
          int width = screen.size().width();
          int rows = screen.size().height() - CLEAR_OF_POINTER;
          int left = pixels.count(LEFT, 0, CLEAR_OF_POINTER, width, rows);
          int right = pixels.count(RIGHT, 0, CLEAR_OF_POINTER, width, rows);

          // Then
          assertThat(Math.max(left, right)).as("grab %d", i).isIn(0, width * rows);
          seen += Math.max(left, right) > 0 ? 1 : 0;
        }
      } finally {
        stop.set(true);
        painting.join(5_000);
      }
      assertThat(seen).isGreaterThan(100);
    }
  }
}
