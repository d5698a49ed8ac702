package dev.contop.domain.media;

import java.time.Duration;
import java.util.List;

/**
 * How the screen is sent: its greatest width in pixels and greatest rate in frames/s (T70).
 *
 * @param codecs the codecs in the order in which the host prefers them; others follow in the
 *     phone's order
 */
public record VideoSettings(
    int maxWidth, int maxFps, BitrateLimits bitrates, List<VideoCodec> codecs) {

  public VideoSettings {
    codecs = List.copyOf(codecs);
    if (maxWidth < 64 || maxWidth > 7680) {
      throw new IllegalArgumentException("The width must be between 64 and 7680 pixels");
    }
    if (maxFps < 1 || maxFps > 60) {
      throw new IllegalArgumentException("The rate must be between 1 and 60 frames/s");
    }
  }

  public static VideoSettings standard() {
    return new VideoSettings(1920, 30, BitrateLimits.standard(), VideoCodec.preferred());
  }

  public Duration frameInterval() {
    return Duration.ofNanos(1_000_000_000L / maxFps);
  }
}
