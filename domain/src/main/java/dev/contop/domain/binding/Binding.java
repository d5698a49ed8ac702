package dev.contop.domain.binding;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.TokenKey;
import java.util.Optional;

/**
 * Judges what a phone offers to prove who it is (T96).
 *
 * <p>The same work is done whichever key it is given, so a key that nobody has can stand in for
 * that of a device that there is not.
 *
 * @param host the fingerprint of this host's own certificate
 */
public record Binding(DeviceId device, TokenKey key, Fingerprint host) {

  /** What the judgement came to. */
  public sealed interface Verdict {

    /** The phone holds the secret, and the offer is its own; the host answers with its proof. */
    record Proven(Proof answer) implements Verdict {}

    /** Not proven; the cause is for counting, and told to nobody who asks from outside. */
    record Unproven(String cause) implements Verdict {}
  }

  /**
   * Judges an offer.
   *
   * @param nonce that the phone was given and has not used before
   * @param sdp the offer, not yet looked at by anything else
   * @param shown the phone's proof, if it showed one
   */
  public Verdict judge(Nonce nonce, String sdp, Optional<Proof> shown, HashWithKey hash) {
    SdpFingerprint read = SdpFingerprint.of(sdp);
    if (read instanceof SdpFingerprint.Unusable unusable) {
      return new Verdict.Unproven(unusable.cause());
    }
    if (shown.isEmpty()) {
      return new Verdict.Unproven("no_proof");
    }
    Fingerprint phone = ((SdpFingerprint.Found) read).fingerprint();
    Transcript transcript = new Transcript(nonce, device, phone, host);
    boolean right = transcript.proof(End.PHONE, key, hash).matches(shown.get());
    // Made in any case, so that the time does not tell which it is.
    Proof answer = transcript.proof(End.HOST, key, hash);
    return right ? new Verdict.Proven(answer) : new Verdict.Unproven("wrong_proof");
  }
}
