package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a frame takes from the heap once everything has been used before: a picture is 8 MB. */
@Timeout(60)
class GrabAllocationTest {

  /** About twice what it takes; the port promises it. */
  private static final long BYTES = 1000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 100;
  private static final int FRAMES = 200;

  /** Someone who draws, differently each time. */
  private interface Draw {
    void in(XClient desktop, int time) throws ScreenUnavailable;
  }

  @Test
  void shouldHardlyUseTheHeapWhereMemoryIsShared() throws Exception {
    // Given
    try (Xvfb server = Xvfb.start("1920x1080x24");
        XClient desktop = new XClient(server.display());
        Screen screen = new OpenX11Screen(server.display()).open()) {
      // When
      long whole = bytesEach(screen, desktop, XClient::paintRoot);
      long line =
          bytesEach(screen, desktop, (shown, time) -> shown.paintRoot(time, 200, 500, 700, 16));
      long pointer =
          bytesEach(screen, desktop, (shown, time) -> shown.movePointer(400 + time, 300));

      // Then
      System.out.printf("heap a frame: %d, a line %d, pointer %d%n", whole, line, pointer);
      assertThat(whole).isLessThan(BYTES);
      assertThat(line).isLessThan(BYTES);
      assertThat(pointer).isLessThan(BYTES);
    }
  }

  @Test
  void shouldHardlyUseTheHeapWhereThePictureIsCopied() throws Exception {
    // Given
    try (Xvfb server = Xvfb.start("1920x1080x24", "-listen", "tcp", "-ac");
        XClient desktop = new XClient(server.display());
        Screen screen = new OpenX11Screen(server.remoteDisplay()).open()) {
      // When
      long whole = bytesEach(screen, desktop, XClient::paintRoot);

      // Then
      System.out.printf("heap a frame that is copied: %d%n", whole);
      assertThat(whole).isLessThan(BYTES);
    }
  }

  @Test
  void shouldHardlyUseTheHeapWhereColoursAreExpanded() throws Exception {
    // Given
    try (Xvfb server = Xvfb.start("1920x1080x16");
        XClient desktop = new XClient(server.display());
        Screen screen = new OpenX11Screen(server.display()).open()) {
      // When
      long whole = bytesEach(screen, desktop, XClient::paintRoot);

      // Then
      System.out.printf("heap a frame of 16 bits a pixel: %d%n", whole);
      assertThat(whole).isLessThan(BYTES);
    }
  }

  /** The mean over some frames of waiting for the change and grabbing it. */
  private static long bytesEach(Screen screen, XClient desktop, Draw draw) throws Exception {
    long bytes = 0;
    for (int i = -WARM_UP; i < FRAMES; i++) {
      draw.in(desktop, i);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      boolean changed = screen.awaitChange(Duration.ofSeconds(5));
      screen.grab();
      long after = THREADS.getCurrentThreadAllocatedBytes();
      assertThat(changed).isTrue();
      bytes += i < 0 ? 0 : after - before;
    }
    return bytes / FRAMES;
  }
}
