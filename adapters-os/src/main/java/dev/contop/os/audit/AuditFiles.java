package dev.contop.os.audit;

import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log as JSON Lines, one file a day (T55; the format is in {@code docs/audit.md}).
 *
 * <p>One thread writes. Entries that come while it waits for the disk share its next wait. At most
 * {@value #MOST_WAITING} entries and {@value #MOST_CHARACTERS} characters wait; what comes beyond
 * has failed at once. Thread-safe.
 */
public final class AuditFiles implements WriteAudit, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditFiles.class);

  static final int MOST_WAITING = 1024;
  static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 256;

  /** Wakes the thread up, so that it sees that it is to end. */
  private static final Waiting END =
      new Waiting(
          new ChainWriter.Fact(Instant.EPOCH, new AuditEntry.HostStopped(), About.HOST),
          new ObserveAudit() {
            @Override
            public void written() {}

            @Override
            public void failed(String reason) {}
          });

  private final AuditFolder folder;
  private final ChainWriter writer;
  private final ReadWallClock clock;
  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong characters = new AtomicLong();
  private final Object door = new Object();
  private final Thread thread = new Thread(this::run, "audit");
  private boolean closed;
  private volatile boolean ending;
  private boolean failing;

  /**
   * Makes the folder if it is missing; that it cannot be made is told of with the first entry.
   *
   * @param keepDays for how many days before today files are kept
   */
  public AuditFiles(Path folder, int keepDays, ReadWallClock clock) {
    this.folder = new AuditFolder(folder);
    this.writer = new ChainWriter(this.folder, keepDays, clock);
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void write(AuditEntry entry, About about, ObserveAudit observer) {
    Waiting one = new Waiting(new ChainWriter.Fact(clock.now(), entry, about), observer);
    synchronized (door) {
      if (closed) {
        observer.failed("The host is shutting down.");
        return;
      }
      if (characters.addAndGet(one.weight()) <= MOST_CHARACTERS && waiting.offer(one)) {
        return;
      }
      characters.addAndGet(-one.weight());
    }
    observer.failed("Too much waits to be written to the audit log.");
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    try {
      while (!ending || !waiting.isEmpty()) {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_AT_ONCE - 1);
        batch.removeIf(END::equals);
        batch.forEach(one -> characters.addAndGet(-one.weight()));
        writeByDay(batch);
        batch.clear();
      }
    } catch (InterruptedException nobodyDoesThat) {
      Thread.currentThread().interrupt();
    } finally {
      writer.close();
    }
  }

  private void writeByDay(List<Waiting> batch) {
    int from = 0;
    for (int to = 1; to <= batch.size(); to++) {
      if (to == batch.size() || !batch.get(to).fact().day().equals(batch.get(from).fact().day())) {
        writeTogether(List.copyOf(batch.subList(from, to)));
        from = to;
      }
    }
  }

  private void writeTogether(List<Waiting> entries) {
    String reason;
    try {
      writer.append(entries.stream().map(Waiting::fact).toList());
      if (failing) {
        LOG.info("The audit log is written again");
        failing = false;
      }
      entries.forEach(Waiting::written);
      return;
    } catch (IOException failed) {
      reason = FailureWords.of(failed, folder.path());
    } catch (RuntimeException bug) {
      LOG.error("Writing the audit log failed", bug);
      reason = "The audit log cannot be written, for an unknown reason; see the host's log.";
    }
    if (!failing) {
      LOG.error("{} Nothing that needs an entry runs until it can", reason);
      failing = true;
    }
    String told = reason;
    entries.forEach(one -> one.failed(told));
  }

  /** Writes what waits and ends; within a second. What comes later has failed. */
  @Override
  public void close() {
    synchronized (door) {
      closed = true;
    }
    ending = true;
    // When there is no room for it, the thread is awake.
    boolean unused = waiting.offer(END);
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
