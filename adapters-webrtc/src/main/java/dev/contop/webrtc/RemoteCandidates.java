package dev.contop.webrtc;

import dev.contop.domain.signaling.IceCandidate;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone's candidates: kept in order while no offer of theirs has been applied, since the
 * library would lose them without a word, and handed over afterwards (T6).
 *
 * <p>Belongs to the peer's queue.
 */
final class RemoteCandidates {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteCandidates.class);

  static final int KEPT = 64;

  /** For one offer; no phone has so many addresses. */
  private static final int TAKEN = 256;

  private static final int MAX_TEXT = 1024;
  private static final int MAX_MID = 64;
  private static final int MAX_LINE = 64;

  private final ArrayDeque<IceCandidate> waiting = new ArrayDeque<>();
  private boolean holding = true;
  private int taken;
  private int ignored;

  /** An offer is being applied: what comes now may belong to it. */
  void hold() {
    holding = true;
    taken = 0;
  }

  void add(IceCandidate candidate, RTCPeerConnection connection) {
    if (holding) {
      keep(candidate);
    } else {
      apply(candidate, connection);
    }
  }

  /** Before there is a connection everything is kept. */
  void keep(IceCandidate candidate) {
    if (waiting.size() < KEPT) {
      waiting.add(candidate);
    } else {
      ignore("too many came before the offer");
    }
  }

  void release(RTCPeerConnection connection) {
    holding = false;
    for (IceCandidate next = waiting.poll(); next != null; next = waiting.poll()) {
      apply(next, connection);
    }
  }

  int ignored() {
    return ignored;
  }

  private void apply(IceCandidate candidate, RTCPeerConnection connection) {
    if (candidate.isEnd()) {
      // The library has no call for it and finds a path without.
      return;
    }
    if (!isSound(candidate)) {
      ignore("it is not a candidate");
      return;
    }
    if (++taken > TAKEN) {
      ignore("there are too many");
      return;
    }
    try {
      connection.addIceCandidate(
          new RTCIceCandidate(
              candidate.sdpMid().orElse(""),
              candidate.sdpMLineIndex().orElse(0),
              candidate.candidate()));
    } catch (Throwable malformed) {
      // An Error and not an Exception when the text cannot be parsed.
      ignore("the library rejects it");
    }
  }

  private static boolean isSound(IceCandidate candidate) {
    String text = candidate.candidate();
    return text.startsWith("candidate:")
        && text.length() <= MAX_TEXT
        && isPrintable(text)
        && (candidate.sdpMid().isPresent() || candidate.sdpMLineIndex().isPresent())
        && candidate.sdpMid().filter(mid -> mid.length() > MAX_MID || !isPrintable(mid)).isEmpty()
        && candidate.sdpMLineIndex().orElse(0) >= 0
        && candidate.sdpMLineIndex().orElse(0) < MAX_LINE;
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }

  private void ignore(String why) {
    ignored++;
    LOG.debug("A candidate is ignored: {}", why);
  }
}
