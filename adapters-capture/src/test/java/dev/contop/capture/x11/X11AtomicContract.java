package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ScreenUnavailable;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Each picture is of one moment: what is drawn by one request while it is grabbed is in it whole or
 * not at all. {@code Robot} does not promise this, and was seen to show halves in each of these
 * tests.
 */
abstract class X11AtomicContract extends X11DrawingContract {

  @Test
  void shouldShowASquareThatMovesMeanwhileWholeAndInOnePlace() throws Exception {
    // Given a square that is moved as fast as the server can
    Random random = new Random(6);
    int columns = screen.size().width() - SIDE;
    int rows = screen.size().height() - SIDE - CLEAR_OF_POINTER;
    int places = 0;
    try (XClient mover = new XClient(server().display())) {
      int square = mover.showWindow(300, 200, SIDE, SIDE, SQUARE);
      try (Busy moving =
          Busy.with(
              time ->
                  mover.moveWindow(
                      square, random.nextInt(columns), CLEAR_OF_POINTER + random.nextInt(rows)))) {
        int before = -1;
        for (int i = 0; i < 150; i++) {
          // When
          Frame frame = screen.grab();

          // Then
          int corner = corner(frame, "grab " + i);
          places += corner == before ? 0 : 1;
          before = corner;
        }
        assertThat(moving.times()).isGreaterThan(10);
      }
    }
    assertThat(places).isGreaterThan(10);
  }

  @Test
  void shouldShowOneAtomicDrawWholeOrNotAtAll() throws Exception {
    shouldNeverShowHalfADraw((painter, colour) -> painter.paintRoot(colour), 0);
  }

  @Test
  void shouldShowADrawWholeThatComesWhileASmallerOneIsFetched() throws Exception {
    int side = 10;
    shouldNeverShowHalfADraw(
        (painter, colour) -> {
          painter.paintRoot(colour);
          painter.paintRoot(0, 0, 2 * CLEAR_OF_POINTER, side, side);
        },
        side);
  }

  /** Somebody who draws in one colour, then in another. */
  private interface Paint {
    void with(XClient painter, int colour) throws ScreenUnavailable;
  }

  /**
   * @param columns at the left that are not looked at
   */
  private void shouldNeverShowHalfADraw(Paint paint, int columns) throws Exception {
    // Given somebody who paints everything anew as fast as the server takes it
    int seen = 0;
    try (XClient painter = new XClient(server().display());
        Busy painting = Busy.with(time -> paint.with(painter, time % 2 == 0 ? LEFT : RIGHT))) {
      // When
      for (int i = 0; i < 200; i++) {
        Pixels pixels = Pixels.of(screen.grab());
        int width = screen.size().width() - columns;
        int rows = screen.size().height() - CLEAR_OF_POINTER;
        int left = pixels.count(LEFT, columns, CLEAR_OF_POINTER, width, rows);
        int right = pixels.count(RIGHT, columns, CLEAR_OF_POINTER, width, rows);

        // Then
        assertThat(Math.max(left, right)).as("grab %d", i).isIn(0, width * rows);
        seen += Math.max(left, right) > 0 ? 1 : 0;
      }
      assertThat(painting.times()).isGreaterThan(10);
    }
    assertThat(seen).isGreaterThan(100);
  }
}
