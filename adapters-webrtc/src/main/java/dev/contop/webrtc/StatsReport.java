package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds its way through a report of the library (W3C webrtc-stats). What is not there is empty. */
final class StatsReport {

  private static final String AVAILABLE = "availableOutgoingBitrate";
  private static final double NANOS = 1e9;

  private final Map<String, RTCStats> stats;

  StatsReport(RTCStatsReport report) {
    this.stats = report.getStats();
  }

  /** The attributes of the video that is sent: {@code outbound-rtp}. */
  Map<String, Object> sentVideo() {
    return first(RTCStatsType.OUTBOUND_RTP, StatsReport::isVideo);
  }

  /** The attributes of what that video is made of: {@code media-source}. */
  Map<String, Object> videoSource() {
    return first(RTCStatsType.MEDIA_SOURCE, StatsReport::isVideo);
  }

  /** What the phone reports of that video: {@code remote-inbound-rtp}. */
  Map<String, Object> heardVideo() {
    return first(RTCStatsType.REMOTE_INBOUND_RTP, StatsReport::isVideo);
  }

  /**
   * What the link to the phone is thought to carry: {@code candidate-pair}. Unknown before media
   * flows.
   */
  Optional<Bitrate> available() {
    Map<String, Object> pair =
        first(RTCStatsType.CANDIDATE_PAIR, any -> any.get(AVAILABLE) instanceof Number);
    return pair.isEmpty()
        ? Optional.empty()
        : Optional.of(Bitrate.near(number(pair, AVAILABLE).doubleValue()));
  }

  /** The attributes of the first of that type that is wanted. */
  Map<String, Object> first(RTCStatsType type, Predicate<Map<String, Object>> wanted) {
    return stats.values().stream()
        .filter(one -> one.getType() == type)
        .map(RTCStats::getAttributes)
        .filter(wanted)
        .findFirst()
        .orElse(Map.of());
  }

  /** The attributes of what another attribute names by its id. */
  Map<String, Object> named(@Nullable Object id) {
    return Optional.ofNullable(id)
        .map(known -> stats.get(known.toString()))
        .map(RTCStats::getAttributes)
        .orElse(Map.of());
  }

  static Number number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number ? number : 0;
  }

  static OptionalDouble optional(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** What the library gives in seconds; zero where it gives nothing. */
  static Duration seconds(Map<String, Object> attributes, String name) {
    return Duration.ofNanos((long) (number(attributes, name).doubleValue() * NANOS));
  }

  static Optional<String> text(Map<String, Object> attributes, String name) {
    return Optional.ofNullable(attributes.get(name)).map(Object::toString);
  }

  private static boolean isVideo(Map<String, Object> attributes) {
    return "video".equals(attributes.get("kind"));
  }
}
