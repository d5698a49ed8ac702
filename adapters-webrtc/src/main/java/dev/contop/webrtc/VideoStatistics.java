package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
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
 */
record VideoStatistics(
    Bitrate target,
    long framesEncoded,
    Optional<ScreenSize> size,
    Optional<String> codec,
    boolean reported) {

  /** Nothing is sent, or nothing is known of it. */
  static final VideoStatistics NONE =
      new VideoStatistics(new Bitrate(0), 0, Optional.empty(), Optional.empty(), false);

  /** The first video stream that is sent, of all that the library reports. */
  static VideoStatistics of(RTCStatsReport report) {
    return report.getStats().values().stream()
        .filter(one -> one.getType() == RTCStatsType.OUTBOUND_RTP)
        .map(RTCStats::getAttributes)
        .filter(sent -> "video".equals(sent.get("kind")))
        .findFirst()
        .map(sent -> of(sent, report))
        .orElse(NONE);
  }

  private static VideoStatistics of(Map<String, Object> sent, RTCStatsReport report) {
    int width = number(sent, "frameWidth").intValue();
    int height = number(sent, "frameHeight").intValue();
    Optional<String> codec =
        Optional.ofNullable(sent.get("codecId"))
            .map(id -> report.getStats().get(id.toString()))
            .map(found -> found.getAttributes().get("mimeType"))
            .map(Object::toString);
    return new VideoStatistics(
        new Bitrate(number(sent, "targetBitrate").intValue()),
        number(sent, "framesEncoded").longValue(),
        width > 0 && height > 0 ? Optional.of(new ScreenSize(width, height)) : Optional.empty(),
        codec,
        sent.get("remoteId") != null);
  }

  private static Number number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number ? number : 0;
  }
}
