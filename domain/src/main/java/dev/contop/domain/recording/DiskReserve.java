package dev.contop.domain.recording;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * What recordings leave of their disk to everything else, above all to the audit log: without room
 * for its lines nothing may be done.
 *
 * <p>No recording goes for the sake of it. How much is kept was said by the owner of the computer
 * ({@link Retention}); else whoever can fill the disk could remove what was recorded of them.
 */
public final class DiskReserve {

  /** In bytes: more than recordings write between two looks, and years of the audit log. */
  public static final long BYTES = 256_000_000;

  /** So often a recording looks how much is left. */
  static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private DiskReserve() {}

  /**
   * Whether recordings have to stop, and none may begin.
   *
   * @param left how many bytes can be written yet
   */
  public static boolean isTouched(long left) {
    return left < BYTES;
  }

  /** Whether one looks again now, having looked at {@code looked}. */
  public static boolean isLookDue(Ticks looked, Ticks now) {
    return looked.plus(LOOK_EVERY).reachedAt(now);
  }
}
