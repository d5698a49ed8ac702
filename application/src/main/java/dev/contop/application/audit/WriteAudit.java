package dev.contop.application.audit;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;

/** Writes the append-only audit log (T55). Any thread; never blocks. */
public interface WriteAudit {

  /**
   * Takes {@code entry} to be written after all that were taken before it. {@code observer} is told
   * once, when it will survive a power cut or could not be written; entries that one thread hands
   * over are reported on in that order.
   *
   * <p>What waits is bounded: past the bound the entry has failed before this returns.
   */
  void write(AuditEntry entry, About about, ObserveAudit observer);
}
