package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a narrow link the picture gets smaller before it gets unreadable, and grows back (T73). */
@Tag("alone")
@Timeout(150)
class NarrowLinkIT {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  /** In kbit/s; the page itself comes by the same link. */
  private static final int ARRIVING = 1000;

  private static final int NARROW = 400;

  /**
   * How like the true screen the picture is, once that is made as small by means of areas: what the
   * encoder leaves of the text, whatever its size.
   */
  private static final double READABLE = 0.85;

  // Each about twice what it takes on two cores with other work to do.
  private static final Duration ARRIVED = Duration.ofSeconds(10);
  private static final Duration SMALLER = Duration.ofSeconds(20);
  private static final Duration LEGIBLE = Duration.ofSeconds(15);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  @Test
  void shouldReduceThePictureOnANarrowLinkAndRestoreItWhenTheLinkWidens() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "narrow-");
    try (NarrowNetwork network = NarrowNetwork.open();
        Xvfb screen = Xvfb.start(WIDTH, HEIGHT);
        TextWindow text = TextWindow.scrolling(screen.display());
        HostProcess host = network.host(work, screen);
        PhoneBrowser phone = PhoneBrowser.open()) {
      Shots shots = Shots.of(phone);
      // Given a phone that comes by a narrow link, which must not be choked by the first picture
      network.narrow(ARRIVING);
      phone.visit(host.link()).awaitState("live");
      long first = millis(phone, "a picture", ARRIVED, () -> width(phone) > 0);
      network.widen();
      phone.await("the whole picture", WHOLE, () -> width(phone) == WIDTH);

      // When
      network.narrow(NARROW);

      // Then
      long smaller = millis(phone, "a smaller picture", SMALLER, () -> width(phone) < WIDTH);

      // When
      text.rest();

      // Then
      Luma truth = Luma.ofScreen(screen.display(), WIDTH, HEIGHT);
      long legible =
          millis(phone, "text to read", LEGIBLE, () -> likeness(truth, shots.now()) > READABLE);
      int reduced = width(phone);

      // When
      text.scroll();
      network.widen();

      // Then
      long whole = millis(phone, "the whole picture", WHOLE, () -> width(phone) == WIDTH);
      System.out.printf(
          "narrow link: picture %d ms after the page, smaller %d ms after it became %d kbit/s, text at"
              + " rest readable after %d ms, %d wide, whole %d ms after it widened%n",
          first, smaller, NARROW, legible, reduced, whole);
      assertThat(reduced).isBetween(480, 960);
    }
  }

  /** Waits for that; how long it took. */
  private static long millis(
      PhoneBrowser phone, String what, Duration atMost, BooleanSupplier condition) {
    long began = System.nanoTime();
    phone.await(what, atMost, condition);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private static double likeness(Luma truth, Luma seen) {
    Luma reduced = truth.scaledTo(seen.width(), seen.height());
    return reduced.similarity(seen, 10, 10, seen.width() / 2 - 20, seen.height() / 2 - 20);
  }

  private static int width(PhoneBrowser phone) {
    return ((Number) phone.value("return document.getElementById('screen').videoWidth")).intValue();
  }
}
