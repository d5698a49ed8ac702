package dev.contop.capture.testpattern;

import dev.contop.domain.media.ScreenSize;
import java.nio.IntBuffer;
import java.time.LocalTime;
import java.util.Arrays;

/**
 * Draws the pattern: seven bars above, a band below in which a block travels, the time in the
 * middle. Bars are drawn once, the rest anew each time. Pixels are 0x00RRGGBB.
 */
final class DrawPattern {

  private static final int[] BARS = {
    0xc0c0c0, 0xc0c000, 0x00c0c0, 0x00c000, 0xc000c0, 0xc00000, 0x0000c0
  };
  private static final int BAND = 0x101010;
  private static final int BLOCK = 0xffffff;
  private static final int PAPER = 0x000000;
  private static final int INK = 0xffffff;

  /** Steps that the block takes from one side to the other. */
  private static final int STEPS = 50;

  /** Dots across the clock: ten signs "HH:MM:SS.t", each with a dot of space, and a margin. */
  private static final int CLOCK_COLUMNS = 10 * (Glyphs.WIDTH + 1) + 1;

  private static final int CLOCK_ROWS = Glyphs.HEIGHT + 2;

  private final IntBuffer canvas;
  private final ScreenSize size;
  private final int[] row;
  private final int bandTop;
  private final int dot;
  private final int clockLeft;
  private final int clockTop;
  private final int[] signs = new int[10];

  DrawPattern(IntBuffer canvas, ScreenSize size) {
    this.canvas = canvas;
    this.size = size;
    row = new int[size.width()];
    bandTop = size.height() * 4 / 5;
    dot = Math.max(1, size.width() / 2 / CLOCK_COLUMNS);
    clockLeft = (size.width() - CLOCK_COLUMNS * dot) / 2;
    clockTop = (bandTop - CLOCK_ROWS * dot) / 2;
    drawBars();
  }

  /** Brings the picture up to a time of day, with the block at a step of its way. */
  void show(LocalTime time, long step) {
    drawBand(step);
    drawClock(time);
  }

  private void drawBars() {
    for (int x = 0; x < row.length; x++) {
      row[x] = BARS[x * BARS.length / row.length];
    }
    for (int y = 0; y < bandTop; y++) {
      canvas.put(y * row.length, row);
    }
  }

  private void drawBand(long step) {
    int side = Math.max(1, size.height() - bandTop);
    int left = Math.floorMod(step, STEPS) * Math.max(0, row.length - side) / (STEPS - 1);
    Arrays.fill(row, BAND);
    Arrays.fill(row, left, Math.min(row.length, left + side), BLOCK);
    for (int y = bandTop; y < size.height(); y++) {
      canvas.put(y * row.length, row);
    }
  }

  private void drawClock(LocalTime time) {
    if (clockLeft < 0 || clockTop < 0) {
      return;
    }
    spell(time);
    int[] line = row;
    int width = CLOCK_COLUMNS * dot;
    for (int dotRow = 0; dotRow < CLOCK_ROWS; dotRow++) {
      Arrays.fill(line, 0, width, PAPER);
      inkRow(line, dotRow - 1);
      for (int y = 0; y < dot; y++) {
        canvas.put((clockTop + dotRow * dot + y) * size.width() + clockLeft, line, 0, width);
      }
    }
  }

  private void inkRow(int[] line, int glyphRow) {
    if (glyphRow < 0 || glyphRow >= Glyphs.HEIGHT) {
      return;
    }
    for (int i = 0; i < signs.length; i++) {
      for (int column = 0; column < Glyphs.WIDTH; column++) {
        if (Glyphs.isDot(signs[i], column, glyphRow)) {
          int x = (1 + i * (Glyphs.WIDTH + 1) + column) * dot;
          Arrays.fill(line, x, x + dot, INK);
        }
      }
    }
  }

  private void spell(LocalTime time) {
    twoDigits(0, time.getHour());
    signs[2] = Glyphs.COLON;
    twoDigits(3, time.getMinute());
    signs[5] = Glyphs.COLON;
    twoDigits(6, time.getSecond());
    signs[8] = Glyphs.POINT;
    signs[9] = time.getNano() / 100_000_000;
  }

  private void twoDigits(int at, int value) {
    signs[at] = value / 10;
    signs[at + 1] = value % 10;
  }
}
