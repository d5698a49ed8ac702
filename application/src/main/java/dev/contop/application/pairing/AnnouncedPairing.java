package dev.contop.application.pairing;

import dev.contop.application.notice.Announcing;
import dev.contop.domain.notice.Notice;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;

/** Lets nobody pair a phone without the computer's owner noticing. */
public final class AnnouncedPairing implements PairPhone {

  private final PairPhone pairing;
  private final Announcing announcing;

  public AnnouncedPairing(PairPhone pairing, Announcing announcing) {
    this.pairing = pairing;
    this.announcing = announcing;
  }

  @Override
  public PairingOffer pair(PairingRequest request) throws PairingRefused {
    PairingOffer offer = pairing.pair(request);
    announcing.announce(new Notice.PhonePaired(offer.device(), offer.connection(), offer.role()));
    return offer;
  }
}
