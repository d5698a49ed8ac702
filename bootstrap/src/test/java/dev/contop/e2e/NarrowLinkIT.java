package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a narrow link the picture gets smaller before it gets unreadable, and grows back (T73). */
@Tag("alone")
@Timeout(150)
class NarrowLinkIT {

  /** In kbit/s; the page itself comes by the same link. */
  private static final int ARRIVING = 1000;

  private static final int NARROW = 400;

  @Test
  void shouldReduceThePictureOnANarrowLinkAndRestoreItWhenTheLinkWidens() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "narrow-");
    Path data = work.resolve("data");
    try (NarrowNetwork network = NarrowNetwork.open();
        Xvfb screen = Xvfb.start(1280, 720);
        TextWindow text = TextWindow.scrolling(screen.display());
        HostProcess host = HostProcess.await(program(network, screen, work, data), work, data);
        PhoneBrowser phone = PhoneBrowser.open()) {
      assertThat(text).isNotNull();
      // Given a phone that comes by a narrow link, which must not be choked by the first picture
      network.narrow(ARRIVING);
      long came = System.nanoTime();
      phone.visit(host.link()).awaitState("live").awaitPicture();
      long seen = System.nanoTime();
      network.widen();
      phone.await("the whole picture", Duration.ofSeconds(45), () -> width(phone) == 1280);

      // When
      network.narrow(NARROW);
      long narrowed = System.nanoTime();
      phone.await("a smaller picture", Duration.ofSeconds(45), () -> width(phone) < 1280);
      long smaller = System.nanoTime();
      int reduced = width(phone);
      network.widen();
      phone.await("the whole picture again", Duration.ofSeconds(60), () -> width(phone) == 1280);
      long whole = System.nanoTime();

      // Then
      System.out.printf(
          "narrow link: first picture after %d ms, %d wide %d ms after it became %d kbit/s, whole %d"
              + " ms after it widened%n",
          millis(seen - came),
          reduced,
          millis(smaller - narrowed),
          NARROW,
          millis(whole - smaller));
      assertThat(millis(seen - came)).isLessThan(30_000);
      assertThat(reduced).isBetween(480, 960);
    }
  }

  private static ProcessBuilder program(NarrowNetwork network, Xvfb screen, Path work, Path data) {
    ProcessBuilder host =
        HostProcess.command(
            work,
            List.of(
                "--port=0",
                "--admin-port=0",
                "--ice-server=none",
                "--screen=x11",
                "--data-dir=" + data));
    host.environment().putAll(Map.of("DISPLAY", screen.display()));
    return network.within(host);
  }

  private static int width(PhoneBrowser phone) {
    return ((Number) phone.value("return document.getElementById('screen').videoWidth")).intValue();
  }

  private static long millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis();
  }
}
