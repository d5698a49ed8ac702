package dev.contop.webrtc;

import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.signaling.IceServer;
import java.util.List;
import java.util.Optional;

/**
 * How peers are made.
 *
 * @param relayOnly whether only TURN servers may be used as a path (T80)
 * @param recycleAfter after how many received messages the native factory is made anew, once no
 *     peer is open: the library keeps some 83 bytes of heap for each message for as long as its
 *     factory lives, and every factory that had a peer leaves two idle threads behind
 */
public record WebRtcSettings(
    VideoSettings video, List<IceServer> iceServers, boolean relayOnly, int recycleAfter) {

  public WebRtcSettings {
    iceServers = List.copyOf(iceServers);
  }

  public static WebRtcSettings standard() {
    return new WebRtcSettings(
        VideoSettings.standard(),
        List.of(
            new IceServer(
                List.of("stun:stun.l.google.com:19302"), Optional.empty(), Optional.empty())),
        false,
        20_000);
  }
}
