package dev.contop.domain.signaling;

import dev.contop.domain.binding.Countersignature;
import dev.contop.domain.binding.Nonce;
import java.util.List;
import java.util.Optional;

/** A signaling message of the host (T5, T11, T96). */
public sealed interface ToPhone {

  /** The first message to a phone that named its device: its offer has to prove that it is it. */
  record Challenge(Nonce nonce, List<SharedIceServer> iceServers) implements ToPhone {
    public Challenge {
      iceServers = List.copyOf(iceServers);
    }
  }

  /**
   * An answer.
   *
   * @param proven for a phone that proved itself
   */
  record Answer(SessionDescription description, String peerId, Optional<Countersignature> proven)
      implements ToPhone {
    public Answer(SessionDescription description, String peerId) {
      this(description, peerId, Optional.empty());
    }
  }

  record Candidate(IceCandidate candidate) implements ToPhone {}

  record Refused(String code, String message) implements ToPhone {}
}
