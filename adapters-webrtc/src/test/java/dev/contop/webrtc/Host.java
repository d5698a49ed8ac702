package dev.contop.webrtc;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.domain.media.BitrateLimits;
import dev.contop.domain.media.VideoCodec;
import dev.contop.domain.media.VideoSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The real adapter, set up for one machine. */
final class Host implements AutoCloseable {

  static final HostIdentity IDENTITY = identity();

  final Timers timers = new Timers();
  final FakeScreen screen;
  final WebRtcPeers peers;

  /** How often freed memory was to be returned. */
  final AtomicInteger returned = new AtomicInteger();

  Host(FakeScreen screen, WebRtcSettings settings) {
    this.screen = screen;
    this.peers =
        new WebRtcPeers(settings, IDENTITY, screen, timers, timers, returned::incrementAndGet);
  }

  Host(FakeScreen screen) {
    this(screen, settings(640, List.of(VideoCodec.VP8), 1_000_000));
  }

  static WebRtcSettings settings(int maxWidth, List<VideoCodec> codecs, int recycleAfter) {
    return new WebRtcSettings(
        new VideoSettings(maxWidth, 30, BitrateLimits.standard(), codecs),
        List.of(),
        false,
        recycleAfter);
  }

  @Override
  public void close() {
    peers.close();
    timers.close();
  }

  private static HostIdentity identity() {
    try {
      return Identities.p256();
    } catch (Exception noTool) {
      throw new IllegalStateException(noTool);
    }
  }
}
