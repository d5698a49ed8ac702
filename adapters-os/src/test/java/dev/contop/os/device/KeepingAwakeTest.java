package dev.contop.os.device;

import static dev.contop.application.device.RecordedDevice.DONE;
import static dev.contop.application.device.RecordedDevice.ask;
import static dev.contop.domain.device.DeviceAction.KEEP_AWAKE_OFF;
import static dev.contop.domain.device.DeviceAction.KEEP_AWAKE_ON;
import static dev.contop.domain.device.DeviceAction.LOCK_SCREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.os.process.Programs;
import dev.contop.os.process.SessionPrograms;
import dev.contop.os.x11.FakeEvent;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XvfbForTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** T54 on a real X server whose screen goes dark after a second. */
@Timeout(60)
final class KeepingAwakeTest {

  private static final Duration LONGER_THAN_A_SECOND = Duration.ofMillis(2500);

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private XvfbForTest server;

  @SuppressWarnings("NullAway.Init")
  private Process watching;

  private volatile String screen = "";

  @BeforeEach
  void watchTheScreen() throws IOException {
    server = XvfbForTest.start();
    Path script = folder.resolve("saver.py");
    try (InputStream in = KeepingAwakeTest.class.getResourceAsStream("saver.py")) {
      Files.write(script, in.readAllBytes());
    }
    watching = new ProcessBuilder("/usr/bin/python3", script.toString(), server.display()).start();
    Thread reader = new Thread(() -> follow(watching.inputReader()));
    reader.setDaemon(true);
    reader.start();
    await().until(() -> !screen.isEmpty());
  }

  private void follow(BufferedReader lines) {
    try (lines) {
      lines.lines().forEach(line -> screen = line);
    } catch (IOException | UncheckedIOException ended) {
      screen = "";
    }
  }

  @AfterEach
  void end() {
    watching.destroy();
    server.close();
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("device")));
  }

  private SessionPrograms noPrograms() {
    return new SessionPrograms(Programs.in(List.of()), folder, Map.of());
  }

  private DesktopDevice device() {
    return new DesktopDevice(
        new NoLock(), List.of(new SuspendedScreenSaver(server.display())), noPrograms());
  }

  @Test
  void shouldKeepTheScreenLitUntilToldOtherwise() throws Exception {
    try (DesktopDevice device = device()) {
      // When
      assertThat(ask(device, KEEP_AWAKE_ON)).isEqualTo(DONE);
      assertThat(ask(device, KEEP_AWAKE_ON)).isEqualTo(DONE);

      // Then
      assertThat(device.isKeptAwake()).isTrue();
      touch();
      await().until(() -> screen.equals("lit"));
      await()
          .during(LONGER_THAN_A_SECOND)
          .atMost(LONGER_THAN_A_SECOND.multipliedBy(2))
          .until(() -> screen.equals("lit"));

      // When
      assertThat(ask(device, KEEP_AWAKE_OFF)).isEqualTo(DONE);

      // Then
      assertThat(device.isKeptAwake()).isFalse();
      await().until(() -> screen.equals("dark"));
      assertThat(ask(device, KEEP_AWAKE_OFF)).isEqualTo(DONE);
    }
  }

  @Test
  void shouldLetTheScreenGoDarkWhenTheHostStops() throws Exception {
    // Given
    DesktopDevice device = device();
    assertThat(ask(device, KEEP_AWAKE_ON)).isEqualTo(DONE);

    // When
    device.close();

    // Then
    assertThat(device.isKeptAwake()).isFalse();
    await().until(() -> screen.equals("dark"));
    assertThat(ask(device, KEEP_AWAKE_ON)).isEqualTo("The host is shutting down.");
  }

  @Test
  void shouldSayWhatIsMissing() throws Exception {
    // Given
    try (SessionPrograms none = noPrograms();
        DesktopDevice device =
            new DesktopDevice(new NoLock(), List.of(new HeldInhibitor(none)), none)) {

      // When / Then
      assertThat(ask(device, KEEP_AWAKE_ON))
          .isEqualTo("This computer has no means to be kept awake. systemd-inhibit is not there.");
      assertThat(device.isKeptAwake()).isFalse();
      assertThat(ask(device, LOCK_SCREEN))
          .isEqualTo("There is no screen here that anybody could sit in front of.");
    }
  }

  @Test
  void shouldSayThatThereIsNoServer() throws Exception {
    // Given
    try (DesktopDevice device =
        new DesktopDevice(new NoLock(), List.of(new SuspendedScreenSaver(":4711")), noPrograms())) {

      // When / Then
      assertThat(ask(device, KEEP_AWAKE_ON)).contains("There is no X server that can be reached.");
    }
  }

  /** Lights the screen, as a hand on the mouse does. */
  private void touch() throws Exception {
    try (XConnection x = XConnection.open(Optional.of(server.display()))) {
      x.fake(FakeEvent.moveBy(1, 1));
      x.sync();
    }
  }
}
