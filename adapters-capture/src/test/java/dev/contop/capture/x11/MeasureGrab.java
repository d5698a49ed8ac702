package dev.contop.capture.x11;

import dev.contop.application.screen.Screen;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Prints what a grab costs on a display made for it; started by hand. */
final class MeasureGrab {

  private static final int ROUNDS = 1000;

  private MeasureGrab() {}

  public static void main(String[] arguments) throws Exception {
    try (Xvfb server = Xvfb.start("1920x1080x24", "-listen", "tcp", "-ac");
        XClient desktop = new XClient(server.display())) {
      desktop.setPointer(32, 3, 3, 0xff0000, 0x0000ff);
      try (Screen screen = new OpenX11Screen(server.display()).open()) {
        desktop.warpPointer(900, 500);
        measure("shared, pointer seen", screen);
        desktop.warpPointer(1919, 1079);
        measure("shared, pointer in the corner", screen);
      }
      try (Screen screen = new OpenX11Screen(server.remoteDisplay()).open()) {
        measure("copied through TCP", screen);
      }
    }
  }

  private static void measure(String what, Screen screen) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      screen.grab();
    }
    long[] took = new long[ROUNDS];
    long heap = allocated();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      screen.grab();
      took[i] = System.nanoTime() - start;
    }
    cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
    heap = allocated() - heap;
    Arrays.sort(took);
    System.out.printf(
        "%s: p50 %d us, p99 %d us, own cpu %d us, heap %d bytes a grab%n",
        what,
        took[ROUNDS / 2] / 1000,
        took[ROUNDS * 99 / 100] / 1000,
        cpu / ROUNDS / 1000,
        heap / ROUNDS);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
