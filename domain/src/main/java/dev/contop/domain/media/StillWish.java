package dev.contop.domain.media;

import java.util.Optional;

/**
 * How a still of the screen is wanted (T74).
 *
 * @param quality of the JPEG, 1 to 100
 * @param maxWidth its greatest width in pixels; narrower screens are shown as they are
 * @param area the part of the screen; all of it if there is none, or if that is not there any more
 */
public record StillWish(int quality, int maxWidth, Optional<ScreenArea> area) {

  public static final int BEST_QUALITY = 100;
  public static final int NARROWEST = 64;
  public static final int WIDEST = 7680;

  /**
   * The largest JPEG that fits one message: in base64, with an envelope around it, it has less than
   * 256 KiB.
   */
  public static final int MESSAGE_BYTES = 190 * 1024;

  private static final int USUAL_QUALITY = 80;
  private static final int USUAL_WIDTH = 1920;

  /** Below this, text is mush: a smaller picture is easier to read. */
  private static final int POOR_QUALITY = 45;

  private static final int STEP = 15;

  public StillWish {
    if (quality < 1 || quality > BEST_QUALITY) {
      throw new IllegalArgumentException("The quality must be between 1 and 100");
    }
    if (maxWidth < NARROWEST || maxWidth > WIDEST) {
      throw new IllegalArgumentException("The width must be between 64 and 7680 pixels");
    }
  }

  /** Of all of the screen. */
  public StillWish(int quality, int maxWidth) {
    this(quality, maxWidth, Optional.empty());
  }

  public static StillWish standard() {
    return new StillWish(USUAL_QUALITY, USUAL_WIDTH);
  }

  public StillWish withQuality(int other) {
    return new StillWish(other, maxWidth, area);
  }

  public StillWish withMaxWidth(int other) {
    return new StillWish(quality, other, area);
  }

  public StillWish of(Optional<ScreenArea> part) {
    return new StillWish(quality, maxWidth, part);
  }

  /** The part that it shows of a screen of that size. */
  public ScreenArea shown(ScreenSize screen) {
    return ScreenArea.shown(area, screen);
  }

  /**
   * The next to try when a still of {@code shown} came out too large; nothing when none is left.
   */
  public Optional<StillWish> smaller(ScreenSize shown) {
    if (quality > POOR_QUALITY) {
      return Optional.of(withQuality(Math.max(POOR_QUALITY, quality - STEP)));
    }
    int narrower = Math.min(maxWidth, shown.width()) * 3 / 4;
    return narrower < NARROWEST ? Optional.empty() : Optional.of(withMaxWidth(narrower));
  }
}
