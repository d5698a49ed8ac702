package dev.contop.webrtc;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.PictureFit;
import dev.onvoid.webrtc.RTCStatsReport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the library had counted of a peer's video at one moment, and what it thinks that the link
 * carries (W3C webrtc-stats, {@code outbound-rtp} and {@code candidate-pair}).
 *
 * @param given frames that the encoder was given
 * @param frames encoded
 * @param bytes sent
 * @param encoding for how long the encoder has been at work
 * @param available in the direction of the phone; unknown before media flows
 */
record FitSample(
    Ticks at, long given, long frames, long bytes, Duration encoding, Optional<Bitrate> available) {

  private static final double NANOS = 1e9;
  private static final int BITS = 8;

  /** In frames/s. */
  private static final int MOVING = 10;

  static FitSample of(RTCStatsReport reported, Ticks at) {
    StatsReport report = new StatsReport(reported);
    Map<String, Object> sent = report.sentVideo();
    return new FitSample(
        at,
        StatsReport.number(report.videoSource(), "frames").longValue(),
        StatsReport.number(sent, "framesEncoded").longValue(),
        StatsReport.number(sent, "bytesSent").longValue(),
        StatsReport.seconds(sent, "totalEncodeTime"),
        report.available());
  }

  /** What happened since then, once it is known what the link carries. */
  Optional<PictureFit.Load> since(FitSample before) {
    double seconds = Math.max(1, at.since(before.at).toNanos()) / NANOS;
    Bitrate sent = Bitrate.near((bytes - before.bytes) * BITS / seconds);
    double busy = encoding.minus(before.encoding).toNanos() / NANOS / seconds;
    return available.map(
        carried -> new PictureFit.Load(carried, sent, busy, leftOut(before, seconds)));
  }

  /** Of a few frames none is missed: something hardly moves then. */
  private double leftOut(FitSample before, double seconds) {
    double wanted = given - before.given;
    return wanted / seconds < MOVING ? 0 : Math.max(0, 1 - (frames - before.frames) / wanted);
  }
}
