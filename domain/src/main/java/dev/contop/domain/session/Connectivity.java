package dev.contop.domain.session;

/** The state of a peer connection, as far as a session cares (W3C webrtc, section 4.3.3). */
public enum Connectivity {
  CONNECTED,
  /** It may come back by itself (T30: suspect). */
  DISCONNECTED,
  FAILED,
  CLOSED
}
