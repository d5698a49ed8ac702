package dev.contop.domain.session;

/** The name of one WebRTC connection, unguessable and never used again. */
public record PeerId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
