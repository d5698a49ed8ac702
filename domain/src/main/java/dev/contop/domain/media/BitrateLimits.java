package dev.contop.domain.media;

/** Where the video encoder starts, and between which bounds it stays (T71). */
public record BitrateLimits(Bitrate minimum, Bitrate start, Bitrate maximum) {

  public BitrateLimits {
    if (minimum.bitsPerSecond() > start.bitsPerSecond()
        || start.bitsPerSecond() > maximum.bitsPerSecond()) {
      throw new IllegalArgumentException("Bitrates must rise: minimum, start, maximum");
    }
  }

  /** T71: start 1.5 Mbit/s, at most 5 Mbit/s, at least 250 kbit/s. */
  public static BitrateLimits standard() {
    return new BitrateLimits(
        Bitrate.ofKilobits(250), Bitrate.ofKilobits(1500), Bitrate.ofKilobits(5000));
  }
}
