package dev.contop.application.audit;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until an entry is written: for threads that may wait, which those of sessions may not. */
public final class AuditReceipt implements ObserveAudit {

  /** A disk that takes longer is taken for one that does not write. */
  private static final Duration WITHIN = Duration.ofSeconds(2);

  private final CountDownLatch told = new CountDownLatch(1);
  private volatile Optional<String> failure = Optional.empty();

  private AuditReceipt() {}

  /**
   * Writes {@code entry} and blocks until it will survive a power cut, two seconds at most.
   *
   * @return why it could not be written, in words; nothing when it is written
   */
  public static Optional<String> write(WriteAudit audit, AuditEntry entry, About about) {
    AuditReceipt receipt = new AuditReceipt();
    audit.write(entry, about, receipt);
    try {
      boolean inTime = receipt.told.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return inTime ? receipt.failure : Optional.of("The audit log takes too long.");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return Optional.of("The host is shutting down.");
    }
  }

  @Override
  public void written() {
    failure = Optional.empty();
    told.countDown();
  }

  @Override
  public void failed(String reason) {
    failure = Optional.of(reason);
    told.countDown();
  }
}
