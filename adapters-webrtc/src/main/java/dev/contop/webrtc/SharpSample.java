package dev.contop.webrtc;

import dev.onvoid.webrtc.RTCStatsReport;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How fine the library had made a peer's pictures up to one moment (W3C webrtc-stats, {@code
 * outbound-rtp}).
 *
 * @param frames encoded
 * @param keyFrames among them
 * @param quantisers the sum over all frames; nothing where the codec does not tell
 */
record SharpSample(long frames, long keyFrames, OptionalDouble quantisers) {

  /** Before anything was sent. */
  static final SharpSample NOTHING = new SharpSample(0, 0, OptionalDouble.empty());

  static SharpSample of(RTCStatsReport reported) {
    Map<String, Object> sent = new StatsReport(reported).sentVideo();
    return new SharpSample(
        StatsReport.number(sent, "framesEncoded").longValue(),
        StatsReport.number(sent, "keyFramesEncoded").longValue(),
        StatsReport.optional(sent, "qpSum"));
  }

  /** The mean quantiser since then; nothing where nothing was encoded. */
  OptionalDouble since(SharpSample earlier) {
    long made = frames - earlier.frames;
    return made > 0 && quantisers.isPresent()
        ? OptionalDouble.of((quantisers.getAsDouble() - earlier.quantisers.orElse(0)) / made)
        : OptionalDouble.empty();
  }
}
