package dev.contop.domain.signaling;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A candidate (RFC 8839, W3C {@code RTCIceCandidateInit}); an empty candidate text means that there
 * are no more.
 */
public record IceCandidate(String candidate, Optional<String> sdpMid, OptionalInt sdpMLineIndex) {

  public static final IceCandidate END =
      new IceCandidate("", Optional.empty(), OptionalInt.empty());

  public boolean isEnd() {
    return candidate.isEmpty();
  }

  @Override
  public String toString() {
    return isEnd() ? "IceCandidate[end]" : "IceCandidate[hidden]";
  }
}
