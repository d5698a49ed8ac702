package dev.contop.domain.media;

/** A rate of data in bits per second. */
public record Bitrate(int bitsPerSecond) {

  public Bitrate {
    if (bitsPerSecond < 0) {
      throw new IllegalArgumentException("A bitrate is not negative: " + bitsPerSecond);
    }
  }

  public static Bitrate ofKilobits(int kilobitsPerSecond) {
    return new Bitrate(Math.multiplyExact(kilobitsPerSecond, 1000));
  }

  /** The nearest to what was measured or estimated. */
  public static Bitrate near(double bitsPerSecond) {
    return new Bitrate((int) Math.max(0, Math.min(Integer.MAX_VALUE, bitsPerSecond)));
  }

  public int kilobitsPerSecond() {
    return bitsPerSecond / 1000;
  }
}
