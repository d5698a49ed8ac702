package dev.contop.application.screen;

import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.FramePacing;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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
  private final Consumer<ScreenSize> resized;
  private final List<Place> readers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean refresh = new AtomicBoolean();
  private final Object turnstile = new Object();

  // Guarded by turnstile.
  private Optional<Thread> capturing = Optional.empty();

  private volatile Optional<Screen> current = Optional.empty();
  private volatile ScreenSize size;

  /**
   * @param size the screen's size as it was found at the start
   * @param interval the shortest time between two frames
   * @param resized is told on the capture thread when the size has changed
   */
  public ScreenFeed(
      OpenScreen open,
      ScreenSize size,
      Duration interval,
      ReadTicks clock,
      ThreadFactory threads,
      Consumer<ScreenSize> resized) {
    this.open = open;
    this.size = size;
    this.interval = interval;
    this.clock = clock;
    this.threads = threads;
    this.resized = resized;
  }

  @Override
  public Watching watch(ReadFrames reader) {
    Place place = new Place(reader);
    synchronized (turnstile) {
      readers.add(place);
      if (capturing.isEmpty()) {
        Thread thread = threads.newThread(this::capture);
        capturing = Optional.of(thread);
        thread.start();
      }
    }
    place.refresh();
    return place;
  }

  @Override
  public ScreenSize size() {
    return size;
  }

  private void capture() {
    boolean logged = false;
    while (isWatched()) {
      try (Screen screen = open.open()) {
        current = Optional.of(screen);
        logged = false;
        follow(screen);
      } catch (ScreenUnavailable gone) {
        if (!logged) {
          LOG.warn("The screen cannot be read: {}", gone.reason());
          logged = true;
        }
        readers.forEach(place -> place.unavailable(gone.reason()));
        LockSupport.parkNanos(this, RETRY.toNanos());
      } catch (RuntimeException | Error bug) {
        // The thread must live on: the next readers count on it.
        LOG.error("Reading the screen failed", bug);
        LockSupport.parkNanos(this, RETRY.toNanos());
      } finally {
        current = Optional.empty();
      }
    }
  }

  /** Ends the thread when the last reader has left, and only then. */
  private boolean isWatched() {
    synchronized (turnstile) {
      if (readers.isEmpty()) {
        capturing = Optional.empty();
        return false;
      }
      return true;
    }
  }

  private void follow(Screen screen) throws ScreenUnavailable {
    FramePacing pacing = FramePacing.starting(interval, clock.now());
    while (!readers.isEmpty()) {
      if (refresh.getAndSet(false)) {
        pacing = pacing.joined();
      }
      Ticks now = clock.now();
      Duration wait = pacing.due().since(now);
      if (wait.isNegative() || wait.isZero()) {
        deliver(screen, now);
        pacing = pacing.sent(now);
      } else if (pacing.dirty()) {
        // What changes in the meantime will be in the picture anyway.
        LockSupport.parkNanos(this, wait.toNanos());
      } else if (screen.awaitChange(wait)) {
        pacing = pacing.changed();
      }
    }
  }

  private void deliver(Screen screen, Ticks now) throws ScreenUnavailable {
    Frame frame = screen.grab();
    if (!frame.size().equals(size)) {
      size = frame.size();
      resized.accept(size);
    }
    for (Place place : readers) {
      place.frame(frame, now.nanos());
    }
  }

  /** One reader's place. No lock is held while the reader reads, since it calls native code. */
  private final class Place implements Watching {
    private final ReadFrames reader;
    private boolean left;

    /** Whether it knows that the screen cannot be read; the capture thread only. */
    private boolean told;

    private Optional<Thread> reading = Optional.empty();

    Place(ReadFrames reader) {
      this.reader = reader;
    }

    void frame(Frame frame, long capturedNanos) {
      told = false;
      call(() -> reader.frame(frame, capturedNanos));
    }

    /** Tells the reader once, until it has seen a frame again. */
    void unavailable(String reason) {
      if (!told) {
        told = true;
        call(() -> reader.unavailable(reason));
      }
    }

    private void call(Runnable reader) {
      synchronized (this) {
        if (left) {
          return;
        }
        reading = Optional.of(Thread.currentThread());
      }
      try {
        reader.run();
      } catch (RuntimeException | Error bug) {
        LOG.error("A reader of the screen failed and gets no more frames", bug);
        readers.remove(this);
      } finally {
        synchronized (this) {
          reading = Optional.empty();
          notifyAll();
        }
      }
    }

    @Override
    public void refresh() {
      refresh.set(true);
      current.ifPresent(Screen::wake);
    }

    @Override
    public void close() {
      awaitLastFrame();
      readers.remove(this);
      if (readers.isEmpty()) {
        current.ifPresent(Screen::wake);
        synchronized (turnstile) {
          capturing.ifPresent(LockSupport::unpark);
        }
      }
    }

    private synchronized void awaitLastFrame() {
      left = true;
      boolean interrupted = false;
      while (reading.filter(thread -> thread != Thread.currentThread()).isPresent()) {
        try {
          wait();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
