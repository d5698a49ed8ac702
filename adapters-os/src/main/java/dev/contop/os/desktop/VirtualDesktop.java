package dev.contop.os.desktop;

import dev.contop.domain.media.ScreenSize;
import dev.contop.os.files.OwnerOnly;
import dev.contop.os.process.HostPrograms;
import dev.contop.os.process.HostPrograms.Running;
import dev.contop.os.process.Programs;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A desktop on a machine without a monitor: an X server in memory, a window manager and a terminal.
 *
 * <p>Only processes of the user that runs the host may connect to it. A thread of its own starts
 * the programs and starts those again that were closed. All are gone when {@link #close} returns;
 * the kernel ends them if the host is killed.
 */
public final class VirtualDesktop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(VirtualDesktop.class);

  /** The size that people have most often. */
  public static final ScreenSize USUAL_SIZE = new ScreenSize(1920, 1080);

  private static final String COOKIES = "virtual-desktop.cookie";
  private static final Duration START_WITHIN = Duration.ofSeconds(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final HostPrograms programs;
  private final CookieFile cookies;
  private final ScreenSize size;
  private final CompletableFuture<String> display = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread keeper = new Thread(this::keep, "virtual-desktop");
  private final List<Kept> kept = new ArrayList<>();

  private VirtualDesktop(HostPrograms programs, CookieFile cookies, ScreenSize size) {
    this.programs = programs;
    this.cookies = cookies;
    this.size = size;
  }

  /**
   * Starts one and returns when its display can be used; blocks for some 100 ms, 10 s at most.
   *
   * @param folder the data folder, for the file with the display's secret
   */
  public static VirtualDesktop start(ScreenSize size, Path folder) throws DesktopUnavailable {
    return start(size, folder, Programs.installed(System.getenv()));
  }

  static VirtualDesktop start(ScreenSize size, Path folder, Programs installed)
      throws DesktopUnavailable {
    List<String> missing = new ArrayList<>();
    for (String program : List.of("Xvfb", "openbox", "xterm")) {
      if (installed.find(program).isEmpty()) {
        missing.add(program);
      }
    }
    if (!missing.isEmpty()) {
      String remedy =
          "apt-get install " + String.join(" ", missing).replace("Xvfb", "xvfb") + " fonts-dejavu";
      String words = String.join(", ", missing) + " not found: " + remedy;
      if (missing.contains("Xvfb")) {
        throw new DesktopUnavailable("There is no virtual desktop. " + words);
      }
      LOG.warn("The virtual desktop will be bare. {}", words);
    }
    CookieFile cookies;
    try {
      cookies = CookieFile.make(folder.resolve(COOKIES));
    } catch (IOException e) {
      throw new DesktopUnavailable(
          "There is no virtual desktop: " + folder + " cannot be written to; make it writable.");
    }
    Path home = Path.of(System.getProperty("user.home"));
    VirtualDesktop desktop = new VirtualDesktop(new HostPrograms(installed, home), cookies, size);
    desktop.keeper.setDaemon(true);
    desktop.keeper.start();
    desktop.awaitDisplay(installed);
    return desktop;
  }

  private void awaitDisplay(Programs installed) throws DesktopUnavailable {
    try {
      String name = display.get(START_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("The virtual desktop is display {}, {}", name, size);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      close();
      throw new DesktopUnavailable(
          "There is no virtual desktop: "
              + installed.find("Xvfb").map(Path::toString).orElse("Xvfb")
              + " does not start here; try it by hand to see why.");
    }
  }

  /** The name of its display, {@code :3} for instance. */
  public String display() {
    return display.join();
  }

  private void keep() {
    try {
      Running screen = programs.startScreen(size, cookies.path());
      String name = ":" + screen.firstLine().map(String::strip).orElseThrow(IOException::new);
      try (XConnection x = XConnection.open(name, cookies.cookie())) {
        x.admitUser(OwnerOnly.ownerOf(cookies.path()));
      }
      kept.add(new Kept("window manager", () -> programs.startWindowManager(name)));
      kept.add(new Kept("terminal", () -> programs.startTerminal(name)));
      kept.forEach(Kept::attend);
      display.complete(name);
      attend(screen);
    } catch (IOException | XUnavailable e) {
      display.completeExceptionally(e);
    }
    // The programs end with this thread, so it stays until they are gone.
    programs.close();
  }

  private void attend(Running screen) {
    boolean told = false;
    while (!closesWithin(Duration.ofMillis(500))) {
      if (screen.isAlive()) {
        kept.forEach(Kept::attend);
      } else if (!told) {
        LOG.error("The virtual desktop's X server ended; restart the host to have it back");
        told = true;
      }
    }
  }

  private boolean closesWithin(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends all of it; returns when it is gone, which takes well under a second. */
  @Override
  public void close() {
    closed.countDown();
    try {
      // Also while the X server is still starting, when its thread waits for it.
      programs.close();
      keeper.join(CLOSE_WITHIN.toMillis());
      cookies.close();
    } catch (IOException e) {
      LOG.warn("The virtual desktop's cookie file could not be deleted");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A program that is started again when it was closed, a few times a minute at most. */
  private static final class Kept {

    private static final int STARTS = 5;
    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final Start start;
    private Optional<Running> running = Optional.empty();
    private int starts;
    private long periodBegan = System.nanoTime();

    private interface Start {
      Running start() throws IOException;
    }

    Kept(String name, Start start) {
      this.name = name;
      this.start = start;
    }

    void attend() {
      if (running.isPresent() && running.get().isAlive()) {
        return;
      }
      if (System.nanoTime() - periodBegan > PERIOD) {
        periodBegan = System.nanoTime();
        starts = 0;
      }
      if (starts >= STARTS) {
        return;
      }
      starts++;
      try {
        running = Optional.of(start.start());
      } catch (IOException e) {
        LOG.debug("The {} does not start", name);
      }
    }
  }
}
