package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A machine without a monitor is a usable desktop. */
@Tag("alone")
@Timeout(120)
class VirtualDesktopIT {

  private static final String COLOURS =
      """
      const v = document.getElementById('screen');
      const c = document.createElement('canvas');
      c.width = 320; c.height = 180;
      const g = c.getContext('2d');
      g.drawImage(v, 0, 0, 320, 180);
      const d = g.getImageData(0, 0, 320, 180).data;
      const seen = new Set();
      for (let i = 0; i < d.length; i += 4) seen.add((d[i] >> 4) * 256 + (d[i + 1] >> 4) * 16 + (d[i + 2] >> 4));
      return seen.size;
      """;

  @Test
  void shouldShowADesktopOfItsOwnAndTakeItDownAgain() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts());
    Path work = Files.createTempDirectory(artifacts.toAbsolutePath(), "virtual-");
    Path data = work.resolve("data");
    ProcessBuilder builder =
        HostProcess.command(
            work,
            List.of(
                "--port", "0",
                "--admin-port", "0",
                "--ice-server", "none",
                "--data-dir", data.toString(),
                "--screen", "auto"));
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    List<ProcessHandle> started;
    try (HostProcess host = HostProcess.await(builder, work, data);
        PhoneBrowser phone = PhoneBrowser.open()) {
      phone.visit(host.link()).awaitState("live").awaitPicture();
      // A bare X server has one colour and a pointer; a window with a title bar has more.
      phone.await("a desktop to be seen", () -> ((Number) phone.value(COLOURS)).intValue() > 5);
      phone.element("command").sendKeys("uname -a");
      phone.element("send").click();
      phone.await("the output", () -> phone.element("runs").getText().contains("Linux"));
      phone.screenshot(work.resolve("phone.png"));
      started = ProcessHandle.of(host.pid()).orElseThrow().descendants().toList();
      assertThat(host.log()).contains("DISPLAY is not set");
      assertThat(started).isNotEmpty();

      Duration took = host.terminate();

      System.out.printf(
          "virtual desktop: %d processes, gone %d ms after SIGTERM%n",
          started.size(), took.toMillis());
      assertThat(took).isLessThan(Duration.ofSeconds(3));
    }
    // The shell in the terminal goes when its terminal has gone.
    Awaitility.await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(started).noneMatch(ProcessHandle::isAlive));
  }
}
