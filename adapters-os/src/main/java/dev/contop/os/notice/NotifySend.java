package dev.contop.os.notice;

import dev.contop.application.notice.ShowNotice;
import dev.contop.domain.notice.Notice;
import dev.contop.os.process.HostPrograms.Running;
import dev.contop.os.process.NoticePrograms;
import dev.contop.os.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notices through {@code notify-send} (Desktop Notifications Specification), where there is
 * one; elsewhere the log has to do.
 */
public final class NotifySend implements ShowNotice {

  private static final Logger LOG = LoggerFactory.getLogger(NotifySend.class);

  /** Without a desktop that listens it may wait for one. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final NoticePrograms programs;
  private final Executor worker;

  /**
   * @param worker one thread that stays; its queue is bounded
   */
  public NotifySend(Programs programs, Path home, Executor worker) {
    this.programs = new NoticePrograms(programs, home);
    this.worker = worker;
  }

  @Override
  public void show(Notice notice) {
    try {
      worker.execute(() -> run(notice));
    } catch (RejectedExecutionException busyOrClosing) {
      LOG.debug("A notice was not shown", busyOrClosing);
    }
  }

  private void run(Notice notice) {
    try {
      Optional<Running> shown = programs.startShowing(notice);
      if (shown.isPresent()) {
        OptionalInt code = shown.get().exitCode(PATIENCE);
        if (code.isEmpty()) {
          programs.close();
        }
        LOG.debug("A notice was shown with {}", code);
      }
    } catch (IOException failed) {
      LOG.debug("A notice could not be shown", failed);
    }
  }
}
