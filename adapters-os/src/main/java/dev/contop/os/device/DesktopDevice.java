package dev.contop.os.device;

import dev.contop.application.device.ControlDevice;
import dev.contop.application.device.ObserveDevice;
import dev.contop.domain.device.DeviceAction;
import dev.contop.os.device.StayAwake.Held;
import dev.contop.os.files.OwnerOnly;
import dev.contop.os.process.Programs;
import dev.contop.os.process.SessionPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock and the sleep of a Linux desktop with X11 (T54).
 *
 * <p>A thread of its own does one action after another, each within two seconds; at most {@value
 * #MOST_WAITING} wait, one more is refused at once. Kept awake it looks now and then whether that
 * still holds. {@link #close} gives everything back, and so does the end of the host, whichever way
 * it comes. Thread-safe.
 */
public final class DesktopDevice implements ControlDevice, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DesktopDevice.class);

  static final int MOST_WAITING = 16;

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
  private static final long LOOK_EVERY_SECONDS = 30;

  private final LockScreen lock;
  private final List<StayAwake> ways;
  private final SessionPrograms programs;
  private final BlockingQueue<Asked> asked = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::run, "device");
  private List<Held> held = List.of();
  private volatile boolean awake;
  private volatile boolean closing;

  private record Asked(DeviceAction action, ObserveDevice observer) {}

  DesktopDevice(LockScreen lock, List<StayAwake> ways, SessionPrograms programs) {
    this.lock = lock;
    this.ways = List.copyOf(ways);
    this.programs = programs;
    thread.setDaemon(true);
    thread.start();
  }

  /** That of the user who sits in front of {@code display}. */
  public static DesktopDevice ofUser(String display, Map<String, String> environment) {
    SessionPrograms programs = programs(environment, Map.of("DISPLAY", display));
    boolean named = !environment.getOrDefault("XDG_CURRENT_DESKTOP", "").isEmpty();
    return new DesktopDevice(
        new SessionLock(programs, uid(), named),
        List.of(new SuspendedScreenSaver(display), new HeldInhibitor(programs)),
        programs);
  }

  /** That of a machine whose screen nobody sees: it can be kept from sleeping. */
  public static DesktopDevice withoutScreen(Map<String, String> environment) {
    SessionPrograms programs = programs(environment, Map.of());
    return new DesktopDevice(new NoLock(), List.of(new HeldInhibitor(programs)), programs);
  }

  private static int uid() {
    try {
      return OwnerOnly.ownerOf(Path.of("/proc/self"));
    } catch (IOException | UnsupportedOperationException nobody) {
      return -1;
    }
  }

  private static SessionPrograms programs(
      Map<String, String> environment, Map<String, String> additions) {
    return new SessionPrograms(
        Programs.installed(environment), Path.of(System.getProperty("user.home", "/")), additions);
  }

  @Override
  public void act(DeviceAction action, ObserveDevice observer) {
    if (closing) {
      observer.failed("The host is shutting down.");
    } else if (!asked.offer(new Asked(action, observer))) {
      observer.failed("Too much is asked of the desktop at once; try again.");
    }
  }

  @Override
  public boolean isKeptAwake() {
    return awake;
  }

  private void run() {
    try {
      while (!closing) {
        Asked next = asked.poll(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        look();
        if (next != null) {
          perform(next);
        }
      }
    } catch (InterruptedException closed) {
      // Only close does that.
      closing = true;
    } finally {
      letSleep();
      programs.close();
    }
    for (Asked late = asked.poll(); late != null; late = asked.poll()) {
      ObserveDevice observer = late.observer();
      tell(() -> observer.failed("The host is shutting down."));
    }
  }

  private void perform(Asked one) {
    try {
      act(one.action());
      tell(one.observer()::done);
    } catch (NotPossible lacking) {
      tell(() -> one.observer().failed(lacking.words()));
    } catch (RuntimeException bug) {
      LOG.error("The desktop could not be asked", bug);
      tell(() -> one.observer().failed("The desktop could not be asked; see the host's log."));
    }
  }

  private void act(DeviceAction action) throws NotPossible {
    switch (action) {
      case LOCK_SCREEN -> lock.lock();
      case KEEP_AWAKE_ON -> keepAwake();
      case KEEP_AWAKE_OFF -> letSleep();
    }
  }

  private void keepAwake() throws NotPossible {
    if (awake) {
      return;
    }
    List<Held> now = new ArrayList<>();
    List<String> lacks = new ArrayList<>();
    for (StayAwake way : ways) {
      try {
        now.add(way.hold());
      } catch (NotPossible lacking) {
        lacks.add(lacking.words());
      }
    }
    if (now.isEmpty()) {
      throw new NotPossible(
          "This computer has no means to be kept awake. " + String.join(" ", lacks));
    }
    held = now;
    awake = true;
  }

  private void letSleep() {
    held.forEach(Held::close);
    held = List.of();
    awake = false;
  }

  /** Forgets what no longer keeps awake, so that asking again begins anew. */
  private void look() {
    if (awake && held.stream().noneMatch(Held::isEffective)) {
      LOG.warn("The desktop is no longer kept awake");
      letSleep();
    }
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.error("An observer of the desktop failed with {}", e.getClass().getName());
    }
  }

  /** Gives everything back; within a second. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
