package dev.contop.application.screen;

import dev.contop.application.time.MeanTime;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.FramePacing;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One capture for all who watch: it begins with the first reader and ends after the last (T70).
 *
 * <p>The capture thread owns the screen. When the screen goes away the readers are told, and it is
 * opened again as soon as it returns.
 */
public final class ScreenFeed implements WatchScreen {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenFeed.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final OpenScreen open;
  private final Duration interval;
  private final ReadTicks clock;
  private final ThreadFactory threads;
  private final ObserveScreen observer;
  private final Readers readers = new Readers(this::refresh, this::wakeIfUnwatched);
  private final Glimpses glimpses = new Glimpses();
  private final AtomicBoolean refresh = new AtomicBoolean();
  private final MeanTime grabs = new MeanTime();
  private final Object turnstile = new Object();

  // Guarded by turnstile.
  private Optional<Thread> capturing = Optional.empty();

  private volatile Optional<Screen> current = Optional.empty();
  private volatile ScreenSize size;

  /** Whether the last try to read the screen failed; capture threads follow one another. */
  private volatile boolean lost;

  /**
   * @param size the screen's size as it was found at the start
   * @param interval the shortest time between two frames; longer when no reader wants so many
   * @param observer is told on the capture thread
   */
  public ScreenFeed(
      OpenScreen open,
      ScreenSize size,
      Duration interval,
      ReadTicks clock,
      ThreadFactory threads,
      ObserveScreen observer) {
    this.open = open;
    this.size = size;
    this.interval = interval;
    this.clock = clock;
    this.threads = threads;
    this.observer = observer;
  }

  @Override
  public Watching watch(ReadFrames reader) {
    Watching place;
    synchronized (turnstile) {
      place = readers.add(reader);
      startCapturing();
    }
    place.refresh();
    return place;
  }

  @Override
  public void glimpse(ReadFrames reader) {
    boolean taken;
    synchronized (turnstile) {
      taken = glimpses.offer(reader);
      startCapturing();
    }
    if (taken) {
      wake();
    } else {
      reader.unavailable("Too many look at the screen at once");
    }
  }

  private void startCapturing() {
    if (capturing.isEmpty()) {
      Thread thread = threads.newThread(this::capture);
      capturing = Optional.of(thread);
      thread.start();
    }
  }

  private void refresh() {
    refresh.set(true);
    wake();
  }

  private void wakeIfUnwatched() {
    if (readers.isEmpty()) {
      wake();
    }
  }

  /** Has the capture thread look at what is wanted now, whatever it waits for. */
  private void wake() {
    current.ifPresent(Screen::wake);
    synchronized (turnstile) {
      capturing.ifPresent(LockSupport::unpark);
    }
  }

  @Override
  public ScreenSize size() {
    return size;
  }

  @Override
  public Optional<Duration> grabTime() {
    return grabs.mean();
  }

  private void capture() {
    while (isWatched()) {
      try (Screen screen = open.open()) {
        current = Optional.of(screen);
        if (lost) {
          LOG.info("The screen can be read again");
          observer.returned();
          lost = false;
        }
        follow(screen);
      } catch (ScreenUnavailable gone) {
        if (!lost) {
          LOG.warn("The screen cannot be read: {}", gone.reason());
          observer.lost(gone.reason());
          lost = true;
        }
        readers.unavailable(gone.reason());
        glimpses.tell(reader -> reader.unavailable(gone.reason()));
        LockSupport.parkNanos(this, RETRY.toNanos());
      } catch (RuntimeException | Error bug) {
        // The thread must live on: the next readers count on it.
        LOG.error("Reading the screen failed", bug);
        glimpses.tell(reader -> reader.unavailable("Reading the screen failed"));
        LockSupport.parkNanos(this, RETRY.toNanos());
      } finally {
        current = Optional.empty();
      }
    }
  }

  /** Ends the thread when the last reader has left, and only then. */
  private boolean isWatched() {
    synchronized (turnstile) {
      if (!isWanted()) {
        capturing = Optional.empty();
        return false;
      }
      return true;
    }
  }

  private boolean isWanted() {
    return !readers.isEmpty() || !glimpses.isEmpty();
  }

  private void follow(Screen screen) throws ScreenUnavailable {
    FramePacing pacing = FramePacing.starting(interval, clock.now());
    while (isWanted()) {
      if (refresh.getAndSet(false)) {
        pacing = pacing.joined();
      }
      if (!glimpses.isEmpty() && !pacing.dirty() && !showLast(screen, pacing.lastSent())) {
        pacing = pacing.changed();
      }
      if (readers.areSharp()) {
        pacing = pacing.sharp();
      }
      pacing = pacing.every(interval(pacing));
      Ticks now = clock.now();
      Duration wait = pacing.due(readers.awaits()).since(now);
      if (wait.isNegative() || wait.isZero()) {
        deliver(screen, pacing.dirty(), now);
        pacing = pacing.sent(now);
      } else if (pacing.dirty()) {
        // What changes in the meantime will be in the picture anyway.
        LockSupport.parkNanos(this, wait.toNanos());
      } else if (screen.awaitChange(wait)) {
        pacing = pacing.changed();
      }
    }
  }

  /** As long as the readers bear, unless somebody waits for a picture. */
  private Duration interval(FramePacing pacing) {
    Duration wanted = readers.interval();
    boolean calm = glimpses.isEmpty() && !pacing.wanted();
    return calm && interval.compareTo(wanted) < 0 ? wanted : interval;
  }

  /** Shows those who want one look the picture that is there; false when it is not the newest. */
  private boolean showLast(Screen screen, Ticks grabbed) throws ScreenUnavailable {
    if (screen.awaitChange(Duration.ZERO)) {
      return false;
    }
    Optional<Frame> last = screen.last();
    last.ifPresent(frame -> glimpses.tell(reader -> reader.frame(frame, grabbed.nanos())));
    return last.isPresent();
  }

  /** What has not changed is shown again without a grab (T78). */
  private void deliver(Screen screen, boolean changed, Ticks now) throws ScreenUnavailable {
    Optional<Frame> last = changed ? Optional.empty() : screen.last();
    Frame frame = last.isPresent() ? last.get().with(Damage.NONE) : grab(screen, now);
    if (!frame.size().equals(size)) {
      size = frame.size();
      observer.resized(size);
    }
    if (last.isPresent()) {
      readers.again(frame, now.nanos());
    } else {
      readers.frame(frame, now.nanos());
    }
    glimpses.tell(reader -> reader.frame(frame, now.nanos()));
  }

  private Frame grab(Screen screen, Ticks now) throws ScreenUnavailable {
    Frame frame = screen.grab();
    grabs.add(clock.now().since(now).toNanos());
    return frame;
  }
}
