package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoFigures;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the library has counted of a peer's video up to one moment (W3C webrtc-stats). Two of them
 * make {@link VideoFigures}.
 *
 * @param at the moment, in nanoseconds
 * @param frames encoded
 * @param bytes sent, headers and all
 * @param quantisers the sum over all frames
 * @param encoding the time spent on it
 */
record SenderSample(
    long at,
    long frames,
    long bytes,
    OptionalDouble quantisers,
    Duration encoding,
    Optional<ScreenSize> size,
    Optional<String> codec,
    Optional<Bitrate> target,
    Optional<Duration> roundTrip,
    OptionalDouble loss,
    Optional<VideoFigures.Path> path) {

  private static final double NANOS = 1e9;
  private static final int BITS = 8;

  /** Before anything was sent. */
  static SenderSample nothing(long at) {
    return new SenderSample(
        at,
        0,
        0,
        OptionalDouble.empty(),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static SenderSample of(RTCStatsReport report, long at) {
    Map<String, Object> sent = attributes(report, RTCStatsType.OUTBOUND_RTP, SenderSample::isVideo);
    Map<String, Object> heard =
        attributes(report, RTCStatsType.REMOTE_INBOUND_RTP, SenderSample::isVideo);
    int width = number(sent, "frameWidth").intValue();
    int height = number(sent, "frameHeight").intValue();
    int target = number(sent, "targetBitrate").intValue();
    return new SenderSample(
        at,
        number(sent, "framesEncoded").longValue(),
        number(sent, "bytesSent").longValue() + number(sent, "headerBytesSent").longValue(),
        sent.get("qpSum") instanceof Number sum
            ? OptionalDouble.of(sum.doubleValue())
            : OptionalDouble.empty(),
        Duration.ofNanos((long) (number(sent, "totalEncodeTime").doubleValue() * NANOS)),
        width > 0 && height > 0 ? Optional.of(new ScreenSize(width, height)) : Optional.empty(),
        named(report, sent.get("codecId"), "mimeType").map(SenderSample::codecName),
        target > 0 ? Optional.of(new Bitrate(target)) : Optional.empty(),
        heard.get("roundTripTime") instanceof Number trip
            ? Optional.of(Duration.ofNanos((long) (trip.doubleValue() * NANOS)))
            : Optional.empty(),
        heard.get("fractionLost") instanceof Number lost
            ? OptionalDouble.of(lost.doubleValue())
            : OptionalDouble.empty(),
        path(report));
  }

  /** What happened from {@code before} to now. */
  VideoFigures since(SenderSample before, VideoFigures.Times times) {
    double seconds = Math.max(1, at - before.at) / NANOS;
    long made = frames - before.frames;
    boolean counts = made > 0;
    return new VideoFigures(
        made / seconds,
        size,
        codec,
        target,
        Optional.of(new Bitrate((int) ((bytes - before.bytes) * BITS / seconds))),
        counts && quantisers.isPresent()
            ? OptionalDouble.of((quantisers.getAsDouble() - before.quantisers.orElse(0)) / made)
            : OptionalDouble.empty(),
        roundTrip,
        loss,
        path,
        new VideoFigures.Times(
            times.grab(),
            times.convert(),
            times.scale(),
            counts
                ? Optional.of(encoding.minus(before.encoding).dividedBy(made))
                : Optional.empty()));
  }

  private static Optional<VideoFigures.Path> path(RTCStatsReport report) {
    Map<String, Object> transport =
        attributes(
            report, RTCStatsType.TRANSPORT, any -> any.containsKey("selectedCandidatePairId"));
    Optional<RTCStats> pair = found(report, transport.get("selectedCandidatePairId"));
    if (pair.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> ends = pair.get().getAttributes();
    boolean relayed =
        isRelay(report, ends.get("localCandidateId"))
            || isRelay(report, ends.get("remoteCandidateId"));
    return Optional.of(relayed ? VideoFigures.Path.RELAY : VideoFigures.Path.DIRECT);
  }

  private static boolean isRelay(RTCStatsReport report, @Nullable Object candidate) {
    return named(report, candidate, "candidateType").filter("relay"::equals).isPresent();
  }

  private static boolean isVideo(Map<String, Object> attributes) {
    return "video".equals(attributes.get("kind"));
  }

  private static String codecName(String mimeType) {
    return mimeType.substring(mimeType.indexOf('/') + 1);
  }

  private static Map<String, Object> attributes(
      RTCStatsReport report, RTCStatsType type, Predicate<Map<String, Object>> wanted) {
    return report.getStats().values().stream()
        .filter(one -> one.getType() == type)
        .map(RTCStats::getAttributes)
        .filter(wanted)
        .findFirst()
        .orElse(Map.of());
  }

  private static Optional<String> named(
      RTCStatsReport report, @Nullable Object id, String attribute) {
    return found(report, id).map(one -> one.getAttributes().get(attribute)).map(Object::toString);
  }

  private static Optional<RTCStats> found(RTCStatsReport report, @Nullable Object id) {
    return Optional.ofNullable(id).map(known -> report.getStats().get(known.toString()));
  }

  private static Number number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number ? number : 0;
  }
}
