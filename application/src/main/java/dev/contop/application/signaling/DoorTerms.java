package dev.contop.application.signaling;

import dev.contop.application.time.DrawNonces;
import dev.contop.application.time.Schedule;
import dev.contop.domain.binding.HashWithKey;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.signaling.IceServer;
import java.time.Duration;
import java.util.List;

/**
 * On what terms phones come in (T96).
 *
 * @param tokens from where a token counts
 * @param host the fingerprint of the host's own certificate, which the QR code shows
 * @param decoy stands in for the key of a device that there is not; nobody has its secret
 * @param proveWithin from the challenge to a proven offer; a page has its offer ready by then
 * @param iceServers that a phone is told of (T80)
 */
public record DoorTerms(
    TokenUse tokens,
    DrawNonces nonces,
    HashWithKey hash,
    Fingerprint host,
    TokenKey decoy,
    Duration proveWithin,
    List<IceServer> iceServers,
    Schedule schedule) {
  public DoorTerms {
    iceServers = List.copyOf(iceServers);
  }
}
