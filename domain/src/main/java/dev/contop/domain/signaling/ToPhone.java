package dev.contop.domain.signaling;

/** A signaling message of the host (T5, T11). */
public sealed interface ToPhone {

  record Answer(SessionDescription description, String peerId) implements ToPhone {}

  record Candidate(IceCandidate candidate) implements ToPhone {}

  record Refused(String code, String message) implements ToPhone {}
}
