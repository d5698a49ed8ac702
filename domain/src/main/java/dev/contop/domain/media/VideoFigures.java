package dev.contop.domain.media;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the video of one peer fares, over the second or so before it was measured. What is not known
 * is absent.
 *
 * @param framesPerSecond that were encoded
 * @param size of the last encoded frame
 * @param codec such as {@code VP8}
 * @param target what the encoder aims at
 * @param sent what really left, without retransmissions' headers
 * @param quantiser the mean of the encoder's own scale: the higher, the coarser the picture
 * @param roundTrip as the phone's reports tell
 * @param loss the share of packets that the phone missed, 0 to 1
 * @param path how the packets travel
 * @param times how long a frame takes on its way into the network
 */
public record VideoFigures(
    double framesPerSecond,
    Optional<ScreenSize> size,
    Optional<String> codec,
    Optional<Bitrate> target,
    Optional<Bitrate> sent,
    OptionalDouble quantiser,
    Optional<Duration> roundTrip,
    OptionalDouble loss,
    Optional<Path> path,
    Times times) {

  /** How packets travel. */
  public enum Path {
    DIRECT,
    RELAY
  }

  /** How long one frame takes in each stage, on the mean. */
  public record Times(
      Optional<Duration> grab,
      Optional<Duration> convert,
      Optional<Duration> scale,
      Optional<Duration> encode) {}
}
