package dev.contop.application.pairing;

import dev.contop.application.time.Schedule;
import dev.contop.domain.pairing.Device;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the devices that outlive a restart to where they are kept, each time the newest there are.
 *
 * <p>Any thread. Saving and flushing block; the rest does not.
 */
final class DevicesAtRest {

  private static final Logger LOG = LoggerFactory.getLogger(DevicesAtRest.class);

  /** What a phone says of itself is kept so often at most. */
  static final Duration KEPT_WITHIN = Duration.ofSeconds(1);

  private final KeepDevices store;
  private final Schedule schedule;
  private final Executor writer;
  private final Supplier<List<Device>> lasting;
  private final Object writing = new Object();

  /** Whether what is kept may be older than what there is. */
  private final AtomicBoolean behind = new AtomicBoolean();

  /**
   * @param writer runs what writes files in the background, one at a time
   * @param lasting those that are to be kept, as they are now
   */
  DevicesAtRest(
      KeepDevices store, Schedule schedule, Executor writer, Supplier<List<Device>> lasting) {
    this.store = store;
    this.schedule = schedule;
    this.writer = writer;
    this.lasting = lasting;
  }

  /** Keeps what there is now. */
  void save() throws NotKept {
    // One at a time, and each the newest there is: none overtakes another on its way to the disk.
    synchronized (writing) {
      // In this order: what changes after the look is known to be behind.
      behind.set(false);
      try {
        store.save(lasting.get());
      } catch (NotKept failed) {
        behind.set(true);
        throw failed;
      }
    }
  }

  /** Keeps it before long, with whatever else changes until then. */
  void saveSoon() {
    if (behind.compareAndSet(false, true)) {
      schedule.after(KEPT_WITHIN, this::saveInBackground);
    }
  }

  /** Keeps it as soon as there is time. */
  void saveNext() {
    behind.set(true);
    saveInBackground();
  }

  /** Keeps what an earlier attempt may not have. */
  void saveIfBehind() throws NotKept {
    if (behind.get()) {
      save();
    }
  }

  /** The same for those who cannot do anything about a failure. */
  void flush() {
    try {
      saveIfBehind();
    } catch (NotKept failed) {
      LOG.warn("{}", failed.reason());
    }
  }

  private void saveInBackground() {
    try {
      writer.execute(this::flush);
    } catch (RejectedExecutionException closing) {
      LOG.debug("The devices are kept when the host has closed", closing);
    }
  }
}
