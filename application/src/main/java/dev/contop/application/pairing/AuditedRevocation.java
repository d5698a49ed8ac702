package dev.contop.application.pairing;

import dev.contop.application.audit.AuditReceipt;
import dev.contop.application.audit.WriteAudit;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revokes first, and then writes it down before it says that it is done: stopping never waits (T55,
 * T92).
 */
public final class AuditedRevocation implements RevokeDevice {

  private final DeviceRegister register;
  private final WriteAudit audit;

  public AuditedRevocation(DeviceRegister register, WriteAudit audit) {
    this.register = register;
    this.audit = audit;
  }

  @Override
  public Outcome revoke(DeviceId device) {
    Optional<String> unkept;
    try {
      if (!register.revoke(device, EndCause.REVOKED)) {
        return new Outcome.NotPaired();
      }
      unkept = Optional.empty();
    } catch (NotKept stillInFile) {
      unkept =
          Optional.of(
              "It would be paired again if the host were started now, so try once more when this is"
                  + " mended: "
                  + stillInFile.reason());
    }
    Optional<String> unwritten =
        AuditReceipt.write(audit, new AuditEntry.Revoked(), About.device(device))
            .map(reason -> "It is not in the audit log: " + reason);
    String warning =
        Stream.of(unkept, unwritten).flatMap(Optional::stream).collect(Collectors.joining(" "));
    return new Outcome.Revoked(Optional.of(warning).filter(words -> !words.isEmpty()));
  }
}
