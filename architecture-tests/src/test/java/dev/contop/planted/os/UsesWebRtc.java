package dev.contop.planted.os;

import dev.onvoid.webrtc.RTCConfiguration;

/** Uses a library that lives elsewhere. */
public final class UsesWebRtc {
  public Class<?> library() {
    return RTCConfiguration.class;
  }
}
