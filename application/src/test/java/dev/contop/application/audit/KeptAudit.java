package dev.contop.application.audit;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An audit log in memory that can be made slow, or to fail. Thread-safe. */
public final class KeptAudit implements WriteAudit {

  /** One entry as it was written. */
  public record Kept(AuditEntry entry, About about) {}

  private record Waiting(Kept kept, ObserveAudit observer) {}

  private static final int MOST_WAITING = 1000;

  private final List<Kept> written = new ArrayList<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Optional<String> broken = Optional.empty();
  private boolean holding;

  @Override
  public synchronized void write(AuditEntry entry, About about, ObserveAudit observer) {
    if (waiting.size() >= MOST_WAITING) {
      observer.failed("Too much waits to be written to the audit log.");
      return;
    }
    waiting.add(new Waiting(new Kept(entry, about), observer));
    if (!holding) {
      settle();
    }
  }

  /** Keeps what comes from now on waiting, until {@link #letGo}. */
  public synchronized void hold() {
    holding = true;
  }

  /** Writes all that waits, and what comes, at once. */
  public synchronized void letGo() {
    holding = false;
    settle();
  }

  /** Lets all that is settled from now on fail for {@code reason}. */
  public synchronized void breakDown(String reason) {
    broken = Optional.of(reason);
  }

  public synchronized void mend() {
    broken = Optional.empty();
  }

  public synchronized int waiting() {
    return waiting.size();
  }

  public synchronized List<Kept> written() {
    return List.copyOf(written);
  }

  public synchronized List<AuditEntry> entries() {
    return written.stream().map(Kept::entry).toList();
  }

  private void settle() {
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      if (broken.isPresent()) {
        next.observer().failed(broken.get());
      } else {
        written.add(next.kept());
        next.observer().written();
      }
    }
  }
}
