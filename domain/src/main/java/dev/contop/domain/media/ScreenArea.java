package dev.contop.domain.media;

/**
 * A part of the captured screen, such as one monitor of several.
 *
 * @param x of its left edge, from the left edge of the whole; not negative
 * @param y of its upper edge, likewise
 */
public record ScreenArea(int x, int y, ScreenSize size) {

  public ScreenArea {
    if (x < 0 || y < 0) {
      throw new IllegalArgumentException("An area begins on the screen");
    }
  }

  /** All of a screen. */
  public static ScreenArea whole(ScreenSize screen) {
    return new ScreenArea(0, 0, screen);
  }

  /** Whether all of it lies on a screen of that size. */
  public boolean isOn(ScreenSize screen) {
    return (long) x + size.width() <= screen.width() && (long) y + size.height() <= screen.height();
  }
}
