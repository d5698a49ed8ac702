package dev.contop.domain.signaling;

/** An SDP offer or answer (RFC 8866); never shown, since it holds addresses and keys. */
public record SessionDescription(String sdp) {

  @Override
  public String toString() {
    return "SessionDescription[" + sdp.length() + " characters]";
  }
}
