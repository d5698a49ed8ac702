package dev.contop.capture.x11;

import com.sun.management.ThreadMXBean;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Prints what a grab costs on a display made for it, by how much was drawn before; started by hand.
 */
final class MeasureGrab {

  private static final int ROUNDS = 1000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Someone who draws before each grab, in another colour each time. */
  private interface Draw {
    void in(int colour) throws ScreenUnavailable;
  }

  private MeasureGrab() {}

  public static void main(String[] arguments) throws Exception {
    try (Xvfb server = Xvfb.start("1920x1080x24", "-listen", "tcp", "-ac");
        XClient desktop = new XClient(server.display())) {
      desktop.setPointer(32, 3, 3, 0xff0000, 0x0000ff);
      desktop.warpPointer(900, 500);
      measure("shared", server.display(), desktop);
      measure("copied through TCP", server.remoteDisplay(), desktop);
    }
  }

  private static void measure(String way, String display, XClient desktop) throws Exception {
    try (Screen screen = new OpenX11Screen(display).open()) {
      measure(way + ", screen drawn", screen, desktop::paintRoot);
      measure(way + ", line drawn", screen, colour -> desktop.paintRoot(colour, 200, 500, 700, 16));
      measure(way + ", nothing drawn", screen, colour -> {});
    }
  }

  private static void measure(String what, Screen screen, Draw draw) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      draw.in(i);
      screen.grab();
    }
    long[] took = new long[ROUNDS];
    long heap = 0;
    long cpu = 0;
    for (int i = 0; i < ROUNDS; i++) {
      draw.in(i);
      heap -= THREADS.getCurrentThreadAllocatedBytes();
      cpu -= THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      screen.grab();
      took[i] = System.nanoTime() - start;
      cpu += THREADS.getCurrentThreadCpuTime();
      heap += THREADS.getCurrentThreadAllocatedBytes();
    }
    Arrays.sort(took);
    System.out.printf(
        "%s: p50 %d us, p99 %d us, own cpu %d us, heap %d bytes a grab%n",
        what,
        took[ROUNDS / 2] / 1000,
        took[ROUNDS * 99 / 100] / 1000,
        cpu / ROUNDS / 1000,
        heap / ROUNDS);
  }
}
