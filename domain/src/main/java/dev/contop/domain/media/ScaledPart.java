package dev.contop.domain.media;

/**
 * A part of a picture, and the part of the scaled picture that is made of it and of nothing else.
 *
 * <p>Scaling from w to t columns maps w / gcd(w, t) columns onto t / gcd(w, t), then begins anew at
 * the same phase; likewise with rows. A part of such whole periods can be scaled by itself. Periods
 * are doubled, since every other column and row has a colour of its own (I420); a side that is not
 * of whole periods is taken as one.
 */
public record ScaledPart(ScreenArea source, ScreenArea scaled) {

  /** One direction of a part. */
  private record Span(int from, int to, int scaledFrom, int scaledTo) {

    static Span covering(int from, int to, int side, int scaledSide) {
      int common = gcd(side, scaledSide);
      int period = 2 * (side / common);
      if (side % period != 0) {
        return new Span(0, side, 0, scaledSide);
      }
      int scaledPeriod = 2 * (scaledSide / common);
      int first = from / period;
      int last = (to + period - 1) / period;
      return new Span(first * period, last * period, first * scaledPeriod, last * scaledPeriod);
    }

    private static int gcd(int a, int b) {
      return b == 0 ? a : gcd(b, a % b);
    }
  }

  /** More than this share of a picture is made quicker with the rest than without. */
  private static final double MOST = 0.75;

  /** All of a picture. */
  public static ScaledPart whole(ScreenSize picture, ScreenSize scaled) {
    return new ScaledPart(ScreenArea.whole(picture), ScreenArea.whole(scaled));
  }

  /** Whether there is so little besides it that all may as well be scaled. */
  public boolean isMostOf(ScreenSize picture) {
    return pixels(scaled.size()) > MOST * pixels(picture);
  }

  private static double pixels(ScreenSize size) {
    return (double) size.width() * size.height();
  }

  /**
   * The smallest such part that the area lies in.
   *
   * @param area of the picture
   */
  public static ScaledPart covering(ScreenArea area, ScreenSize picture, ScreenSize scaled) {
    Span columns = Span.covering(area.x(), area.right(), picture.width(), scaled.width());
    Span rows = Span.covering(area.y(), area.bottom(), picture.height(), scaled.height());
    return new ScaledPart(
        ScreenArea.between(columns.from(), rows.from(), columns.to(), rows.to()),
        ScreenArea.between(
            columns.scaledFrom(), rows.scaledFrom(), columns.scaledTo(), rows.scaledTo()));
  }
}
