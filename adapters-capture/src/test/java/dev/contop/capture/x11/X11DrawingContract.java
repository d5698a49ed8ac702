package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import java.nio.IntBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What programs have drawn is in the picture as they drew it, whoever looks. */
public abstract class X11DrawingContract extends X11PictureContract {

  /** Rows that the pointer does not reach. */
  protected static final int CLEAR_OF_POINTER = 64;

  private static final int PAPER = 0xfdf6e3;
  private static final int INK = 0x073642;
  protected static final int SQUARE = 0xd33682;
  protected static final int SIDE = 41;

  @Test
  void shouldShowTextAsTheServerHasIt() throws Exception {
    // Given
    int window = desktop().showWindow(90, 100, 400, 60, PAPER);
    desktop().write(window, 7, 20, "The quick brown fox jumps over the lazy dog.", INK, PAPER);
    desktop().write(window, 7, 40, "0123456789 {}[]() <=> iIlL1| oO0", INK, PAPER);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    IntBuffer drawn = desktop().pixels(90, 100, 400, 60);
    for (int i = 0; i < drawn.limit(); i++) {
      assertThat(pixels.at(90 + i % 400, 100 + i / 400))
          .as("pixel %d, %d of the window", i % 400, i / 400)
          .isEqualTo(drawn.get(i) & 0xffffff);
    }
    int ink = pixels.count(INK, 90, 100, 400, 60);
    assertThat(ink).isBetween(500, 5000);
    assertThat(pixels.count(PAPER, 90, 100, 400, 60)).isEqualTo(400 * 60 - ink);
  }

  @Test
  void shouldShowAMovingSquareWholeAndInOnePlace() throws Exception {
    // Given
    Random random = new Random(6);
    int columns = screen.size().width() - SIDE;
    int rows = screen.size().height() - SIDE - CLEAR_OF_POINTER;
    int square = desktop().showWindow(300, 200, SIDE, SIDE, SQUARE);
    for (int i = 0; i < 50; i++) {
      int x = random.nextInt(columns);
      int y = CLEAR_OF_POINTER + random.nextInt(rows);

      // When
      desktop().moveWindow(square, x, y);
      Frame frame = screen.grab();

      // Then
      assertThat(corner(frame, "place " + i)).isEqualTo(y * frame.size().width() + x);
    }
  }

  /** Where the square begins, counted row by row; it is there once, whole, and nothing besides. */
  protected static int corner(Frame frame, String when) {
    Pixels pixels = Pixels.of(frame);
    int corner = firstOf(SQUARE, pixels);
    int x = corner % frame.size().width();
    int y = corner / frame.size().width();
    assertThat(pixels.count(SQUARE, x, y, SIDE, SIDE)).as(when).isEqualTo(SIDE * SIDE);
    assertThat(pixels.count(SQUARE)).as("%s, its trail", when).isEqualTo(SIDE * SIDE);
    return corner;
  }

  /** Where the first pixel of a colour is, counted row by row from the top. */
  private static int firstOf(int colour, Pixels pixels) {
    int width = pixels.frame().size().width();
    int all = width * pixels.frame().size().height();
    for (int i = 0; i < all; i++) {
      if (pixels.at(i % width, i / width) == colour) {
        return i;
      }
    }
    throw new AssertionError("It is not there");
  }
}
