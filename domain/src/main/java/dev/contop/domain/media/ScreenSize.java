package dev.contop.domain.media;

/** The size of a picture in pixels; both sides are at least 1. */
public record ScreenSize(int width, int height) {

  public ScreenSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "A screen has at least one pixel: " + width + "x" + height);
    }
  }

  /**
   * The size at which this screen is sent: at most {@code maxWidth} wide, same shape, both sides
   * even as the encoders want them (T70).
   */
  public ScreenSize fittedTo(int maxWidth) {
    int sentWidth = Math.min(width, maxWidth);
    long sentHeight = Math.round((double) height * sentWidth / width);
    return new ScreenSize(even(sentWidth), even((int) sentHeight));
  }

  private static int even(int side) {
    return Math.max(2, side & ~1);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
