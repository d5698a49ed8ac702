package dev.contop.capture.polling;

import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A pointer of our own, for desktops that do not give theirs away (T70). Its tip is what points.
 */
final class Arrow {

  static final int INK = 0x000000;
  static final int PAPER = 0xffffff;

  /** Rows from the tip downwards: # is its edge, . its inside, a blank lets the desktop through. */
  static final List<String> ROWS =
      List.of(
          "#",
          "##",
          "#.#",
          "#..#",
          "#...#",
          "#....#",
          "#.....#",
          "#......#",
          "#.......#",
          "#........#",
          "#.....####",
          "#..#..#",
          "#.# #..#",
          "##  #..#",
          "#    #..#",
          "     #..#",
          "      ##");

  private Arrow() {}

  /** Draws it with its tip at a point; what sticks out is cut. */
  static void drawOn(ByteBuffer pixels, ScreenSize size, ScreenPoint tip) {
    for (int row = 0; row < ROWS.size(); row++) {
      int y = tip.y() + row;
      if (y >= 0 && y < size.height()) {
        drawRow(ROWS.get(row), pixels, size.width(), tip.x(), y);
      }
    }
  }

  private static void drawRow(String row, ByteBuffer pixels, int width, int left, int y) {
    for (int i = 0; i < row.length(); i++) {
      int x = left + i;
      if (row.charAt(i) != ' ' && x >= 0 && x < width) {
        int at = (y * width + x) * PictureMemory.BYTES_PER_PIXEL;
        pixels.putInt(at, row.charAt(i) == '#' ? INK : PAPER);
      }
    }
  }
}
