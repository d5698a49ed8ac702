package dev.contop.application.pairing;

import dev.contop.application.audit.AuditReceipt;
import dev.contop.application.audit.WriteAudit;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import java.util.Optional;

/** Shows no pairing that is not in the audit log (T55). */
public final class AuditedPairing implements PairPhone {

  private final PairingDesk desk;
  private final WriteAudit audit;

  public AuditedPairing(PairingDesk desk, WriteAudit audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @Override
  public PairingOffer pair(PairingRequest request) throws PairingRefused {
    PairingOffer offer = desk.pair(request);
    Optional<String> failure =
        AuditReceipt.write(
            audit,
            new AuditEntry.Paired(offer.connection(), offer.role(), offer.expiresAt()),
            About.device(offer.device()));
    if (failure.isPresent()) {
      // Nobody has seen its token yet.
      desk.forget(offer.device());
      throw new PairingRefused("No phone is paired now. " + failure.get());
    }
    return offer;
  }
}
