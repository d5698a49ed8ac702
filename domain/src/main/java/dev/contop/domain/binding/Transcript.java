package dev.contop.domain.binding;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.TokenKey;
import java.util.List;

/**
 * The facts that both ends sign: whoever stands between them would have to change one (T96).
 *
 * @param nonce of the challenge that the offer answers
 * @param phone the fingerprint of the certificate that the phone's offer names
 * @param host the fingerprint of the host's certificate, which the phone knows from the QR code
 */
public record Transcript(Nonce nonce, DeviceId device, Fingerprint phone, Fingerprint host) {

  static final String LABEL = "contop binding v1";

  /** What {@code end} signs; no two transcripts and no two ends sign the same bytes. */
  byte[] text(End end) {
    return Bytes.of(
        List.of(LABEL, end.label(), nonce.hex(), device.value(), phone.hex(), host.hex()));
  }

  /** The proof that {@code end} shows. */
  public Proof proof(End end, TokenKey key, HashWithKey hash) {
    return new Proof(Bytes.hex(hash.hmacSha256(key, text(end))));
  }
}
