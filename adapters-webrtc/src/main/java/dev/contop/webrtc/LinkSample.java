package dev.contop.webrtc;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Bitrate;
import dev.onvoid.webrtc.RTCStats;
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

  private static final double NANOS = 1e9;
  private static final int BITS = 8;

  static LinkSample of(RTCStatsReport report, Ticks at) {
    long frames = 0;
    long bytes = 0;
    Optional<Bitrate> available = Optional.empty();
    for (RTCStats one : report.getStats().values()) {
      Map<String, Object> counted = one.getAttributes();
      if (one.getType() == RTCStatsType.OUTBOUND_RTP && "video".equals(counted.get("kind"))) {
        frames += number(counted, "framesEncoded");
        bytes += number(counted, "bytesSent");
      } else if (one.getType() == RTCStatsType.CANDIDATE_PAIR
          && counted.get("availableOutgoingBitrate") instanceof Number estimate) {
        available = Optional.of(bitrate(estimate.doubleValue()));
      }
    }
    return new LinkSample(at, frames, bytes, available);
  }

  /** What was sent since then. */
  Bitrate sentSince(LinkSample before) {
    double seconds = Math.max(1, at.since(before.at).toNanos()) / NANOS;
    return bitrate((bytes - before.bytes) * BITS / seconds);
  }

  private static Bitrate bitrate(double bitsPerSecond) {
    return new Bitrate((int) Math.max(0, Math.min(Integer.MAX_VALUE, bitsPerSecond)));
  }

  private static long number(Map<String, Object> counted, String name) {
    return counted.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
