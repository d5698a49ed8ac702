package dev.contop.signaling;

import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/**
 * Rings once when nothing was heard for some time. I/O thread only.
 *
 * <p>In place of Undertow's own idle timeout, which sends a close frame and then waits for the
 * phone without end.
 */
final class IdleAlarm {

  private final XnioExecutor thread;
  private final ReadTicks clock;
  private final Duration idle;
  private final Runnable ring;
  private Ticks heard;
  private XnioExecutor.Key next;

  IdleAlarm(XnioExecutor thread, ReadTicks clock, Duration idle, Runnable ring) {
    this.thread = thread;
    this.clock = clock;
    this.idle = idle;
    this.ring = ring;
    heard = clock.now();
    next = after(idle);
  }

  void heard() {
    heard = clock.now();
  }

  void stop() {
    next.remove();
  }

  private void check() {
    Duration left = idle.minus(clock.now().since(heard));
    if (left.isNegative() || left.isZero()) {
      ring.run();
    } else {
      next = after(left);
    }
  }

  private XnioExecutor.Key after(Duration delay) {
    // Rounded up, or the last millisecond would be spent in a loop.
    return thread.executeAfter(this::check, delay.toMillis() + 1, TimeUnit.MILLISECONDS);
  }
}
