package dev.contop.application.input;

import dev.contop.application.session.SerialQueue;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands inputs of all sessions to the one desktop, in order, off the sessions' threads.
 *
 * <p>Any thread; nobody waits. Bounded: when the desktop does not keep up, inputs are refused, but
 * releasing what is held has room of its own (T34).
 */
public final class InputDesk {

  private static final Logger LOG = LoggerFactory.getLogger(InputDesk.class);
  private static final int WAITING = 1024;
  private static final int RESERVED = 1024;

  /** Is told how an input went. */
  public interface Outcome {
    void done(boolean done, String message, Duration duration);
  }

  private final InjectInput inject;
  private final ReadTicks clock;
  private final SerialQueue queue;

  public InputDesk(InjectInput inject, ReadTicks clock, Executor pool) {
    this.inject = inject;
    this.clock = clock;
    this.queue = new SerialQueue(pool, WAITING, RESERVED);
  }

  /** An input that nobody waits for. A button that goes up is never dropped. */
  public void inject(InputAction action) {
    Runnable task =
        () -> {
          try {
            inject.inject(action);
          } catch (InputRefused refused) {
            LOG.debug("An input was refused: {}", refused.reason());
          }
        };
    boolean taken =
        action instanceof InputAction.Release ? queue.offerUrgent(task) : queue.offer(task);
    if (!taken) {
      LOG.debug("An input was dropped, since the desktop does not keep up");
    }
  }

  public void inject(InputAction action, Outcome outcome) {
    Ticks asked = clock.now();
    boolean taken =
        queue.offer(
            () -> {
              try {
                inject.inject(action);
                outcome.done(true, "done", clock.now().since(asked));
              } catch (InputRefused refused) {
                outcome.done(false, refused.reason(), clock.now().since(asked));
              } catch (RuntimeException | Error bug) {
                LOG.error("An input failed", bug);
                outcome.done(false, "The desktop failed at it.", clock.now().since(asked));
              }
            });
    if (!taken) {
      outcome.done(false, "The desktop does not keep up with so much input.", Duration.ZERO);
    }
  }

  public void release(HeldInputs held) {
    if (!queue.offerUrgent(() -> inject.release(held))) {
      LOG.error("Held inputs could not be released: {}", held);
    }
  }
}
