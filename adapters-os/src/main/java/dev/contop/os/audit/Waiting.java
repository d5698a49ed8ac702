package dev.contop.os.audit;

import dev.contop.application.audit.ObserveAudit;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.execution.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An entry on its way to the disk, and who wants to know of it. */
record Waiting(ChainWriter.Fact fact, ObserveAudit observer) {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  private static final int USUAL = 512;

  /** About how many characters it keeps in memory. */
  int weight() {
    AuditEntry entry = fact.entry();
    if (entry instanceof AuditEntry.IntentReceived received) {
      return USUAL + received.intent().text().length();
    }
    if (entry instanceof AuditEntry.StepJudged judged) {
      return weight(judged.command());
    }
    if (entry instanceof AuditEntry.ConfirmationAsked asked) {
      return weight(asked.command());
    }
    if (entry instanceof AuditEntry.StepStarted started) {
      return weight(started.command());
    }
    return USUAL;
  }

  private static int weight(Command command) {
    return USUAL + command.line().length();
  }

  void written() {
    tell(observer::written);
  }

  void failed(String reason) {
    tell(() -> observer.failed(reason));
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      // A bug of the observer's; the entries of others are to be written all the same.
      LOG.error("An observer of the audit log failed with {}", e.getClass().getName());
    }
  }
}
