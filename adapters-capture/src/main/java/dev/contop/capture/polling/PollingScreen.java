package dev.contop.capture.polling;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.Doze;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.LookPacing;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A screen whose changes are found by looking: each picture is compared with the one that was lent
 * last, so that a still screen yields no frame (T78). {@link LookPacing} says how often.
 *
 * <p>Three pictures of direct memory are used again and again: what is lent, what it was without
 * the pointer, and what was seen last.
 */
public final class PollingScreen implements Screen {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** A picture that was seen so shortly ago is lent instead of looking again. */
  private static final Duration FRESH = Duration.ofMillis(10);

  private final LookAtDesktop desktop;
  private final Duration interval;
  private final long origin = System.nanoTime();
  private final Doze doze = new Doze();
  private final PictureMemory lent = new PictureMemory();
  private PictureMemory shown = new PictureMemory();
  private PictureMemory seen = new PictureMemory();
  private ScreenSize size = seen.size();
  private LookPacing pacing;
  private Ticks lookedAt = Ticks.ZERO;
  private Ticks pointerDue = Ticks.ZERO;
  private Optional<ScreenPoint> drawn = Optional.empty();
  private Optional<Frame> frame = Optional.empty();

  /** Whether {@link #seen} is news that no grab has lent. */
  private boolean unseen;

  private boolean changed = true;
  private boolean closed;

  private PollingScreen(LookAtDesktop desktop, Duration interval) {
    this.desktop = desktop;
    this.interval = interval;
    pacing = LookPacing.starting(interval, now());
  }

  /**
   * Looks for the first time; closes the desktop if that fails, and with the screen otherwise.
   *
   * @param interval the shortest time between two looks
   */
  public static PollingScreen open(LookAtDesktop desktop, Duration interval)
      throws ScreenUnavailable {
    PollingScreen screen = new PollingScreen(desktop, interval);
    try {
      screen.look();
    } catch (ScreenUnavailable | RuntimeException | Error unusable) {
      screen.close();
      throw unusable;
    }
    return screen;
  }

  @Override
  public ScreenSize size() {
    return size;
  }

  @Override
  public boolean awaitChange(Duration atMost) throws ScreenUnavailable {
    requireOpen();
    Duration wait = atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT;
    Ticks until = now().plus(wait);
    boolean rung = doze.wasWoken();
    while (true) {
      Ticks now = now();
      if (!changed) {
        notice(now);
      }
      if (changed || rung || until.reachedAt(now)) {
        return changed;
      }
      Ticks next = Ticks.earlier(until, Ticks.earlier(pacing.due(), pointerDue));
      rung = doze.sleep(next.since(now()).toNanos());
    }
  }

  private void notice(Ticks now) throws ScreenUnavailable {
    if (pointerDue.reachedAt(now)) {
      pointerDue = now.plus(interval);
      if (!desktop.pointer().equals(drawn)) {
        changed = true;
        pacing = pacing.stirred(now);
      }
    }
    if (!changed && pacing.due().reachedAt(now)) {
      look();
    }
  }

  private void look() throws ScreenUnavailable {
    Ticks begun = now();
    desktop.look(seen);
    lookedAt = now();
    size = seen.size();
    unseen = !seen.showsTheSameAs(shown);
    changed |= unseen;
    pacing = pacing.looked(begun, lookedAt, unseen);
  }

  @Override
  public Frame grab() throws ScreenUnavailable {
    requireOpen();
    if (frame.isEmpty() || !unseen || now().since(lookedAt).compareTo(FRESH) > 0) {
      look();
    }
    unseen = false;
    changed = false;
    PictureMemory newest = seen;
    seen = shown;
    shown = newest;
    ByteBuffer pixels = fill();
    // The memory is the same for as long as the size is.
    if (frame.filter(old -> old.size().equals(size)).isEmpty()) {
      frame = Optional.of(new Frame(pixels, size.width() * PictureMemory.BYTES_PER_PIXEL, size));
    }
    return frame.orElseThrow();
  }

  private ByteBuffer fill() {
    lent.copy(shown);
    ByteBuffer pixels = lent.pixels();
    drawn = desktop.pointer();
    drawn.ifPresent(tip -> Arrow.drawOn(pixels, size, tip));
    return pixels;
  }

  @Override
  public Optional<Frame> last() {
    requireOpen();
    if (changed || now().since(lookedAt).compareTo(interval) > 0) {
      return Optional.empty();
    }
    lent.pixels();
    return frame;
  }

  @Override
  public void wake() {
    doze.wake();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      desktop.close();
    }
  }

  private Ticks now() {
    return new Ticks(System.nanoTime() - origin);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The screen is closed");
    }
  }
}
