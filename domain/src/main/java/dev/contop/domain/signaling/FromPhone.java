package dev.contop.domain.signaling;

import dev.contop.domain.binding.Proof;
import dev.contop.domain.envelope.Resume;
import java.util.Optional;

/** A signaling message of a phone (T4). */
public sealed interface FromPhone {

  /**
   * An offer.
   *
   * @param deviceName what the phone calls itself
   * @param location where it says it is, as text
   * @param temporary whether it asks to be treated as a temporary pairing; nothing can upgrade
   * @param peerId a live peer that is to be renegotiated (T10)
   * @param resume where the phone stands, if it wants its messages numbered (T42)
   * @param proof that it is the device that it named (T96)
   */
  record Offer(
      SessionDescription description,
      Optional<String> deviceName,
      Optional<String> location,
      boolean temporary,
      Optional<String> peerId,
      Optional<Resume> resume,
      Optional<Proof> proof)
      implements FromPhone {
    public Offer(
        SessionDescription description,
        Optional<String> deviceName,
        Optional<String> location,
        boolean temporary,
        Optional<String> peerId) {
      this(description, deviceName, location, temporary, peerId, Optional.empty());
    }

    public Offer(
        SessionDescription description,
        Optional<String> deviceName,
        Optional<String> location,
        boolean temporary,
        Optional<String> peerId,
        Optional<Resume> resume) {
      this(description, deviceName, location, temporary, peerId, resume, Optional.empty());
    }

    /** The same offer, with a proof. */
    public Offer with(Proof shown) {
      return new Offer(
          description, deviceName, location, temporary, peerId, resume, Optional.of(shown));
    }
  }

  record Candidate(IceCandidate candidate) implements FromPhone {}

  record DeviceLocation(String location) implements FromPhone {}

  /** An {@code answer} or an unknown type: counted and otherwise ignored. */
  record Ignored(String cause) implements FromPhone {}

  /** Not readable or of a wrong shape: answered once, then the socket closes (T11). */
  record Malformed(String code, String message) implements FromPhone {}
}
