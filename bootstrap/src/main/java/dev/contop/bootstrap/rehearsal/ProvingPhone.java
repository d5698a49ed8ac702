package dev.contop.bootstrap.rehearsal;

import dev.contop.domain.binding.End;
import dev.contop.domain.binding.HashWithKey;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.binding.SdpFingerprint;
import dev.contop.domain.binding.Transcript;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.ToPhone;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stands between a played phone and the host's line, and does for it what the page does for a real
 * one: proves its offer, and lets no answer through that is not proven (T96). Any thread.
 */
final class ProvingPhone {

  private final DeviceId device;
  private final TokenKey key;
  private final Fingerprint host;
  private final HashWithKey hash;
  private final Consumer<FromPhone> toHost;
  private Optional<Nonce> nonce = Optional.empty();
  private Optional<FromPhone.Offer> waiting = Optional.empty();
  private Optional<Transcript> offered = Optional.empty();

  ProvingPhone(
      DeviceId device,
      TokenKey key,
      Fingerprint host,
      HashWithKey hash,
      Consumer<FromPhone> toHost) {
    this.device = device;
    this.key = key;
    this.host = host;
    this.hash = hash;
    this.toHost = toHost;
  }

  /** What the phone says; its offer waits for the challenge. */
  synchronized void says(FromPhone message) {
    if (message instanceof FromPhone.Offer offer) {
      waiting = Optional.of(offer);
      offer();
    } else {
      toHost.accept(message);
    }
  }

  /** What the host says, as far as the phone is to hear it. */
  synchronized void hears(ToPhone message, Consumer<ToPhone> phone) {
    if (message instanceof ToPhone.Challenge challenge) {
      nonce = Optional.of(challenge.nonce());
      offer();
    } else if (!(message instanceof ToPhone.Answer answer) || isProven(answer)) {
      phone.accept(message);
    }
  }

  private void offer() {
    if (nonce.isPresent()
        && waiting.isPresent()
        && SdpFingerprint.of(waiting.get().description().sdp())
            instanceof SdpFingerprint.Found mine) {
      Transcript transcript = new Transcript(nonce.get(), device, mine.fingerprint(), host);
      FromPhone.Offer proven = waiting.get().with(transcript.proof(End.PHONE, key, hash));
      nonce = Optional.empty();
      offered = Optional.of(transcript);
      toHost.accept(proven);
    }
  }

  private boolean isProven(ToPhone.Answer answer) {
    return offered
        .flatMap(
            transcript ->
                answer
                    .proven()
                    .map(shown -> transcript.proof(End.HOST, key, hash).matches(shown.proof())))
        .orElse(false);
  }
}
