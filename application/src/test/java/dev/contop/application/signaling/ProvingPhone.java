package dev.contop.application.signaling;

import dev.contop.application.pairing.PairingDeskFixture;
import dev.contop.domain.binding.BindingFixture;
import dev.contop.domain.binding.End;
import dev.contop.domain.binding.JavaHmac;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.binding.Proof;
import dev.contop.domain.binding.Transcript;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.util.Optional;

/** A phone that names its device and proves it, and what a relay between may make of it. */
final class ProvingPhone {

  static final Fingerprint MINE = BindingFixture.PHONE;
  static final Fingerprint RELAY = BindingFixture.RELAY;

  final RecordingCarrier carrier = new RecordingCarrier();
  final PhoneLine line;
  private final DeviceId device;
  private final TokenKey key;

  private ProvingPhone(PhoneDoor door, DeviceId device, TokenKey key) {
    this.device = device;
    this.key = key;
    line =
        door.accept(
            new Introduction.ByDevice(device.value()),
            CameFrom.straight(SignalingStage.ADDRESS),
            carrier);
  }

  /** A phone with a pairing made for it. */
  static ProvingPhone paired(SignalingStage stage, String device) {
    stage.pairings.paired(device);
    return again(stage, device);
  }

  /** A further line of a device that is paired. */
  static ProvingPhone again(SignalingStage stage, String device) {
    DeviceId id = new DeviceId(device);
    TokenKey key = stage.pairings.desk.find(id).map(Pairing::key).orElseThrow();
    return new ProvingPhone(stage.door, id, key);
  }

  /** Somebody who has not the secret, if there is one. */
  static ProvingPhone guessing(SignalingStage stage, String device) {
    byte[] guess = new byte[32];
    guess[0] = 1;
    return new ProvingPhone(stage.door, new DeviceId(device), new TokenKey(guess));
  }

  /** The newest nonce that the host gave. */
  Nonce nonce() {
    return carrier.sent(ToPhone.Answer.class).stream()
        .flatMap(answer -> answer.proven().stream())
        .map(proven -> proven.next())
        .reduce((older, newer) -> newer)
        .orElseGet(() -> carrier.sent(ToPhone.Challenge.class).get(0).nonce());
  }

  Proof proof(End end, Nonce nonce) {
    return new Transcript(nonce, device, MINE, PairingDeskFixture.FINGERPRINT)
        .proof(end, key, new JavaHmac());
  }

  /** The phone's own offer, with the proof that the newest nonce asks for. */
  FromPhone.Offer offer() {
    return offer(MINE, proof(End.PHONE, nonce()));
  }

  static FromPhone.Offer offer(Fingerprint fingerprint, Proof proof) {
    return unproven(fingerprint, Optional.empty()).with(proof);
  }

  static FromPhone.Offer unproven(Fingerprint fingerprint, Optional<String> peer) {
    return new FromPhone.Offer(
        new SessionDescription(BindingFixture.sdp(fingerprint)),
        Optional.empty(),
        Optional.empty(),
        false,
        peer);
  }
}
