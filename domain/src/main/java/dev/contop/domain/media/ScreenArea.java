package dev.contop.domain.media;

import java.util.Optional;

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

  /** That part of a screen; all of the screen if there is none, or if it is not there any more. */
  static ScreenArea shown(Optional<ScreenArea> part, ScreenSize screen) {
    return part.filter(area -> area.isOn(screen)).orElse(whole(screen));
  }

  /** Whether all of it lies on a screen of that size. */
  public boolean isOn(ScreenSize screen) {
    return (long) x + size.width() <= screen.width() && (long) y + size.height() <= screen.height();
  }

  /** The smallest area that all of both lies in. */
  public ScreenArea covering(ScreenArea other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return between(left, top, Math.max(right(), other.right()), Math.max(bottom(), other.bottom()));
  }

  /** What lies in both; nothing when they only touch. */
  public Optional<ScreenArea> common(ScreenArea other) {
    int left = Math.max(x, other.x);
    int top = Math.max(y, other.y);
    int right = Math.min(right(), other.right());
    int bottom = Math.min(bottom(), other.bottom());
    return left < right && top < bottom
        ? Optional.of(between(left, top, right, bottom))
        : Optional.empty();
  }

  /** Whether all of the other lies in it. */
  public boolean contains(ScreenArea other) {
    return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
  }

  /** The first column to the right of it. */
  public int right() {
    return x + size.width();
  }

  /** The first row below it. */
  public int bottom() {
    return y + size.height();
  }

  static ScreenArea between(int left, int top, int right, int bottom) {
    return new ScreenArea(left, top, new ScreenSize(right - left, bottom - top));
  }
}
