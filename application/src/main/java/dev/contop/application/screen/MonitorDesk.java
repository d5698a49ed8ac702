package dev.contop.application.screen;

import dev.contop.application.session.SerialQueue;
import dev.contop.domain.media.Monitor;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the monitors off the sessions' threads, one at a time. Any thread; nobody waits. */
public final class MonitorDesk {

  private static final Logger LOG = LoggerFactory.getLogger(MonitorDesk.class);
  private static final int WAITING = 64;

  private final ListMonitors monitors;
  private final SerialQueue queue;

  public MonitorDesk(ListMonitors monitors, Executor pool) {
    this.monitors = monitors;
    this.queue = new SerialQueue(pool, WAITING, 0);
  }

  /**
   * @param told is told once; of none when they cannot be listed now
   */
  public void list(Consumer<List<Monitor>> told) {
    if (!queue.offer(() -> told.accept(listed()))) {
      told.accept(List.of());
    }
  }

  private List<Monitor> listed() {
    try {
      return monitors.list();
    } catch (ScreenUnavailable gone) {
      LOG.debug("The monitors cannot be listed: {}", gone.reason());
      return List.of();
    } catch (RuntimeException | Error bug) {
      LOG.error("Listing the monitors failed", bug);
      return List.of();
    }
  }
}
