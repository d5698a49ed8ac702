package dev.contop.bootstrap.config;

import dev.contop.domain.media.BitrateLimits;
import dev.contop.domain.media.VideoCodec;
import dev.contop.domain.media.VideoSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options about how the screen is sent. */
@SuppressWarnings("NullAway.Init") // picocli sets them all, from a default if from nowhere else.
final class PictureOptions {

  @Option(
      names = "--max-width",
      defaultValue = "1920",
      paramLabel = "PIXELS",
      description = "The picture is at most this wide (default: 1920).")
  private int maxWidth;

  @Option(
      names = "--max-fps",
      defaultValue = "30",
      paramLabel = "RATE",
      description = "At most so many pictures a second (default: 30).")
  private int maxFps;

  @Option(
      names = "--codecs",
      defaultValue = "VP8,H264,VP9,AV1",
      split = ",",
      paramLabel = "CODEC",
      description =
          "The video codecs in the order in which they are tried (default: VP8,H264,VP9,AV1). The"
              + " first that the phone can show is used; those not named come last.")
  private List<String> codecs;

  VideoSettings checked() throws StartRefused {
    List<VideoCodec> order = codecs();
    try {
      return new VideoSettings(maxWidth, maxFps, BitrateLimits.standard(), order);
    } catch (IllegalArgumentException wrong) {
      throw new StartRefused(
          "--max-width or --max-fps cannot be used: " + wrong.getMessage(), wrong);
    }
  }

  private List<VideoCodec> codecs() throws StartRefused {
    Set<VideoCodec> order = new LinkedHashSet<>();
    for (String name : codecs) {
      Optional<VideoCodec> codec = VideoCodec.named(name);
      if (codec.isEmpty()) {
        throw new StartRefused(
            "--codecs names VP8, VP9, H264 or AV1, with commas between, not “" + name + "”");
      }
      order.add(codec.get());
    }
    return List.copyOf(order);
  }
}
