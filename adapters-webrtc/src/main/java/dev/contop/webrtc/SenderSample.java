package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoFigures;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

  static SenderSample of(RTCStatsReport reported, long at) {
    StatsReport report = new StatsReport(reported);
    Map<String, Object> sent = report.sentVideo();
    Map<String, Object> heard = report.heardVideo();
    int width = StatsReport.number(sent, "frameWidth").intValue();
    int height = StatsReport.number(sent, "frameHeight").intValue();
    int target = StatsReport.number(sent, "targetBitrate").intValue();
    return new SenderSample(
        at,
        StatsReport.number(sent, "framesEncoded").longValue(),
        StatsReport.number(sent, "bytesSent").longValue()
            + StatsReport.number(sent, "headerBytesSent").longValue(),
        StatsReport.optional(sent, "qpSum"),
        StatsReport.seconds(sent, "totalEncodeTime"),
        width > 0 && height > 0 ? Optional.of(new ScreenSize(width, height)) : Optional.empty(),
        StatsReport.text(report.named(sent.get("codecId")), "mimeType")
            .map(SenderSample::codecName),
        target > 0 ? Optional.of(new Bitrate(target)) : Optional.empty(),
        heard.get("roundTripTime") instanceof Number
            ? Optional.of(StatsReport.seconds(heard, "roundTripTime"))
            : Optional.empty(),
        StatsReport.optional(heard, "fractionLost"),
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
        Optional.of(Bitrate.near((bytes - before.bytes) * BITS / seconds)),
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

  private static Optional<VideoFigures.Path> path(StatsReport report) {
    Map<String, Object> transport =
        report.first(RTCStatsType.TRANSPORT, any -> any.containsKey("selectedCandidatePairId"));
    Map<String, Object> ends = report.named(transport.get("selectedCandidatePairId"));
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    boolean relayed =
        isRelay(report.named(ends.get("localCandidateId")))
            || isRelay(report.named(ends.get("remoteCandidateId")));
    return Optional.of(relayed ? VideoFigures.Path.RELAY : VideoFigures.Path.DIRECT);
  }

  private static boolean isRelay(Map<String, Object> candidate) {
    return "relay".equals(candidate.get("candidateType"));
  }

  private static String codecName(String mimeType) {
    return mimeType.substring(mimeType.indexOf('/') + 1);
  }
}
