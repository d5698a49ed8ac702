package dev.contop.planted.webrtc;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;

/** May throw into native code. */
public final class ObservesElsewhere implements PeerConnectionObserver {
  @Override
  public void onIceCandidate(RTCIceCandidate candidate) {
    throw new IllegalStateException();
  }
}
