package dev.contop.webrtc;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Bitrate;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Map;
import java.util.Optional;

/**
 * What the library had counted of a peer's video at one moment, and what it thinks that the link
 * carries (W3C webrtc-stats, {@code outbound-rtp} and {@code candidate-pair}).
 *
 * @param frames encoded
 * @param bytes sent
 * @param available in the direction of the phone; unknown before media flows
 */
record LinkSample(Ticks at, long frames, long bytes, Optional<Bitrate> available) {

  private static final String AVAILABLE = "availableOutgoingBitrate";
  private static final double NANOS = 1e9;
  private static final int BITS = 8;

  static LinkSample of(RTCStatsReport reported, Ticks at) {
    StatsReport report = new StatsReport(reported);
    Map<String, Object> sent = report.sentVideo();
    Map<String, Object> pair =
        report.first(RTCStatsType.CANDIDATE_PAIR, any -> any.get(AVAILABLE) instanceof Number);
    return new LinkSample(
        at,
        StatsReport.number(sent, "framesEncoded").longValue(),
        StatsReport.number(sent, "bytesSent").longValue(),
        pair.get(AVAILABLE) instanceof Number estimate
            ? Optional.of(bitrate(estimate.doubleValue()))
            : Optional.empty());
  }

  /** What was sent since then. */
  Bitrate sentSince(LinkSample before) {
    double seconds = Math.max(1, at.since(before.at).toNanos()) / NANOS;
    return bitrate((bytes - before.bytes) * BITS / seconds);
  }

  private static Bitrate bitrate(double bitsPerSecond) {
    return new Bitrate((int) Math.max(0, Math.min(Integer.MAX_VALUE, bitsPerSecond)));
  }
}
