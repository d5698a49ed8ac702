package dev.contop.application.audit;

import dev.contop.domain.audit.AuditEntry.HostStarted;
import java.util.List;

final class KeptAuditTest extends WriteAuditContract {

  private final KeptAudit subject = new KeptAudit();

  @Override
  protected WriteAudit subject() {
    return subject;
  }

  @Override
  protected List<String> startsWritten() {
    return subject.entries().stream()
        .filter(HostStarted.class::isInstance)
        .map(entry -> ((HostStarted) entry).version())
        .toList();
  }

  @Override
  protected void breakStore() {
    subject.breakDown("The disk is full.");
  }

  @Override
  protected void mendStore() {
    subject.mend();
  }
}
