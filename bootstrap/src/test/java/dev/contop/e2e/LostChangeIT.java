package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A change that is lost on its way, and after which nothing else changes, is shown all the same
 * (T78).
 */
@Tag("alone")
@Timeout(90)
class LostChangeIT {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  /** Nothing arrives for so long: what shows the change, and the first repetition of it. */
  private static final Duration OUTAGE = Duration.ofMillis(200);

  private static final Duration REPAIRED_WITHIN = Duration.ofSeconds(3);

  /** Another text has less than half of it. */
  private static final double SAME = 0.9;

  @Test
  void shouldShowAChangeThatWasLostOnItsWay() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "lost-");
    try (NarrowNetwork network = NarrowNetwork.open();
        Xvfb screen = Xvfb.start(WIDTH, HEIGHT);
        TextWindow text = TextWindow.still(screen.display());
        HostProcess host = network.host(work, screen);
        PhoneBrowser phone = PhoneBrowser.open()) {
      Shots shots = Shots.of(phone);
      phone.visit(host.link()).awaitState("live").awaitPicture();
      Luma before = Luma.ofScreen(screen.display(), WIDTH, HEIGHT);
      phone.await("the text", () -> likeness(before, shots.now(), 0, HEIGHT) > SAME);

      // When a single line changes
      network.cut();
      int top = text.changeLine(HEIGHT);
      int line = outage(network);

      // Then
      Luma changed = Luma.ofScreen(screen.display(), WIDTH, HEIGHT);
      assertThat(likeness(changed, shots.now(), top, TextWindow.LINE)).isLessThan(SAME);
      long lineTook = repair(network, phone, shots, changed, top, TextWindow.LINE);

      // When the whole page changes
      network.cut();
      text.turn();
      int page = outage(network);

      // Then
      Luma turned = Luma.ofScreen(screen.display(), WIDTH, HEIGHT);
      assertThat(likeness(turned, shots.now(), 0, HEIGHT)).isLessThan(SAME);
      long pageTook = repair(network, phone, shots, turned, 0, HEIGHT);
      System.out.printf(
          "lost change: a line (%d packets lost) shown %d ms after the outage, a page (%d) %d ms%n",
          line, lineTook, page, pageTook);
      assertThat(lineTook).isLessThan(REPAIRED_WITHIN.toMillis());
      assertThat(pageTook).isLessThan(REPAIRED_WITHIN.toMillis());
    }
  }

  /** Waits until something was lost and the outage is over; how many packets. */
  private static int outage(NarrowNetwork network) throws Exception {
    Awaitility.await().until(() -> network.lost() > 0);
    long since = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - since >= OUTAGE.toNanos());
    return network.lost();
  }

  /** Ends the outage; after how many milliseconds the phone showed the truth. */
  private static long repair(
      NarrowNetwork network, PhoneBrowser phone, Shots shots, Luma truth, int top, int height)
      throws Exception {
    network.widen();
    long since = System.nanoTime();
    phone.await("the truth", () -> likeness(truth, shots.now(), top, height) > SAME);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }

  /** Left of the middle, where the pointer is. */
  private static double likeness(Luma truth, Luma seen, int top, int height) {
    return truth.similarity(seen, 20, top, 560, height);
  }
}
