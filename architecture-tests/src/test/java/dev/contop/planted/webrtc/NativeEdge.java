package dev.contop.planted.webrtc;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;

/** The place for observers. */
public final class NativeEdge {
  public PeerConnectionObserver observer() {
    return new PeerConnectionObserver() {
      @Override
      public void onIceCandidate(RTCIceCandidate candidate) {}
    };
  }
}
