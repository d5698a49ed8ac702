package dev.contop.application.recording;

import dev.contop.application.time.Schedule;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has recordings removed that are too old or too many when the host starts and once an hour: age
 * comes without anything being recorded.
 */
public final class HourlyTidying {

  private static final Logger LOG = LoggerFactory.getLogger(HourlyTidying.class);

  static final Duration EVERY = Duration.ofHours(1);

  private final Schedule schedule;
  private final Executor files;
  private final Runnable tidy;

  /**
   * @param files runs what works on files in the background
   * @param tidy blocks while files are read and removed
   */
  public HourlyTidying(Schedule schedule, Executor files, Runnable tidy) {
    this.schedule = schedule;
    this.files = files;
    this.tidy = tidy;
  }

  /** Tidies soon, and then again and again until the timers end. Any thread; does not block. */
  public void start() {
    schedule.after(EVERY, this::start);
    try {
      files.execute(tidy);
    } catch (RejectedExecutionException closing) {
      LOG.debug("Recordings are tidied when the host starts again", closing);
    }
  }
}
