package dev.contop.application.pairing;

import dev.contop.application.audit.AuditReceipt;
import dev.contop.application.audit.WriteAudit;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
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
  public PairingOffer pair(Optional<DeviceId> device, ConnectionType connection)
      throws PairingRefused {
    PairingOffer offer = desk.pair(device, connection);
    Optional<String> failure =
        AuditReceipt.write(
            audit,
            new AuditEntry.Paired(connection, offer.expiresAt()),
            About.device(offer.device()));
    if (failure.isPresent()) {
      // Nobody has seen its token yet.
      desk.forget(offer.device());
      throw new PairingRefused("No phone is paired now. " + failure.get());
    }
    return offer;
  }
}
