package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.RTCStatsReport;
import java.util.Map;
import java.util.Optional;

/**
 * What a peer's video encoder does, as the library counts it (W3C webrtc-stats, {@code
 * outbound-rtp}).
 *
 * @param target what the encoder aims at now
 * @param size the size of the last encoded frame
 * @param codec its media type such as {@code video/VP8}
 * @param reported whether the phone has reported that packets of it arrive (RFC 3550, section
 *     6.4.2)
 * @param available what the link is thought to carry
 */
record VideoStatistics(
    Bitrate target,
    long framesEncoded,
    Optional<ScreenSize> size,
    Optional<String> codec,
    boolean reported,
    Optional<Bitrate> available) {

  /** Nothing is sent, or nothing is known of it. */
  static final VideoStatistics NONE =
      new VideoStatistics(
          new Bitrate(0), 0, Optional.empty(), Optional.empty(), false, Optional.empty());

  /** The first video stream that is sent, of all that the library reports. */
  static VideoStatistics of(RTCStatsReport reported) {
    StatsReport report = new StatsReport(reported);
    Map<String, Object> sent = report.sentVideo();
    if (sent.isEmpty()) {
      return NONE;
    }
    int width = StatsReport.number(sent, "frameWidth").intValue();
    int height = StatsReport.number(sent, "frameHeight").intValue();
    return new VideoStatistics(
        new Bitrate(StatsReport.number(sent, "targetBitrate").intValue()),
        StatsReport.number(sent, "framesEncoded").longValue(),
        width > 0 && height > 0 ? Optional.of(new ScreenSize(width, height)) : Optional.empty(),
        StatsReport.text(report.named(sent.get("codecId")), "mimeType"),
        sent.get("remoteId") != null,
        report.available());
  }
}
