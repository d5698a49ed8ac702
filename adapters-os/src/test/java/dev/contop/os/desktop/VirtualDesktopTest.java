package dev.contop.os.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.contop.domain.control.InputAction.Click;
import dev.contop.domain.control.InputAction.MoveTo;
import dev.contop.domain.control.InputAction.TypeText;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.media.ScreenSize;
import dev.contop.os.input.XtestInput;
import dev.contop.os.process.Programs;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("alone")
@Timeout(60)
final class VirtualDesktopTest {

  private static final ScreenSize SIZE = new ScreenSize(1000, 700);

  @TempDir private Path folder;

  private static Path lock(String display) {
    return Path.of("/tmp/.X" + display.substring(1) + "-lock");
  }

  private static Path socket(String display) {
    return Path.of("/tmp/.X11-unix/X" + display.substring(1));
  }

  /** The living processes that belong to the display, by what their environment or words say. */
  private static List<String> processesOf(String display) {
    return living(display).map(VirtualDesktopTest::nameOf).toList();
  }

  private static List<Long> terminalsOf(String display) {
    return living(display)
        .filter(process -> nameOf(process).equals("xterm"))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static Stream<ProcessHandle> living(String display) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                holds(process, "environ", "DISPLAY=" + display + "\0")
                    && !holds(process, "cmdline", "java"));
  }

  private static String nameOf(ProcessHandle process) {
    return process.info().command().map(command -> Path.of(command).toFile().getName()).orElse("?");
  }

  private static boolean holds(ProcessHandle process, String file, String text) {
    try {
      byte[] content = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/" + file));
      return new String(content, StandardCharsets.UTF_8).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }

  private static void awaitAllOf(String display) {
    await()
        .untilAsserted(() -> assertThat(processesOf(display)).contains("openbox", "xterm", "bash"));
  }

  private static String titles(String display) {
    return run(
        Map.of("DISPLAY", display), "xdotool", "search", "--name", ".", "getwindowname", "%@");
  }

  private static String run(Map<String, String> environment, String... words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertGone(String display) {
    assertThat(processesOf(display)).isEmpty();
    assertThat(lock(display)).doesNotExist();
    assertThat(socket(display)).doesNotExist();
  }

  @Test
  void shouldBeAUsableDesktopAndLeaveNothing() throws Exception {
    // Given
    long start = System.nanoTime();

    // When
    VirtualDesktop desktop = VirtualDesktop.start(SIZE, folder);
    long started = System.nanoTime();

    // Then
    String display = desktop.display();
    try (XConnection x = XConnection.open(Optional.of(display))) {
      XSetup setup = x.setup();
      assertThat(new ScreenSize(setup.width(), setup.height())).isEqualTo(SIZE);
    }
    awaitAllOf(display);
    await().until(() -> titles(display).contains("Terminal"));
    long usable = System.nanoTime();

    // When
    desktop.close();

    // Then
    long closed = System.nanoTime();
    System.out.printf(
        "virtual desktop: display after %d ms, terminal after %d ms, gone %d ms after close%n",
        (started - start) / 1_000_000, (usable - start) / 1_000_000, (closed - usable) / 1_000_000);
    assertGone(display);
    assertThat(folder).isEmptyDirectory();
    assertThat(threads()).doesNotContain("virtual-desktop");
    desktop.close();
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  @Test
  void shouldLetNoOtherUserIn() throws Exception {
    // Given
    try (VirtualDesktop desktop = VirtualDesktop.start(SIZE, folder)) {
      Map<String, String> environment = Map.of("DISPLAY", desktop.display());

      // When
      String own = run(environment, "xdotool", "getmouselocation");
      String other =
          run(
              environment,
              "setpriv",
              "--reuid=65534",
              "--clear-groups",
              "xdotool",
              "getmouselocation");

      // Then
      assertThat(own).contains("x:");
      assertThat(other).doesNotContain("x:");
    }
  }

  @Test
  void shouldOpenAnotherTerminalWhenItWasClosed() throws Exception {
    // Given
    try (VirtualDesktop desktop = VirtualDesktop.start(SIZE, folder)) {
      awaitAllOf(desktop.display());
      await().until(() -> titles(desktop.display()).contains("Terminal"));
      List<Long> first = terminalsOf(desktop.display());

      // When
      run(
          Map.of("DISPLAY", desktop.display()),
          "xdotool",
          "search",
          "--name",
          "Terminal",
          "windowkill");

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(terminalsOf(desktop.display()))
                      .hasSize(1)
                      .doesNotContainAnyElementsOf(first));
    }
  }

  @Test
  void shouldEndWhatPeopleStartedOnIt() throws Exception {
    // Given
    VirtualDesktop desktop = VirtualDesktop.start(SIZE, folder);
    String display = desktop.display();
    try (XtestInput input = new XtestInput(Optional.of(display))) {
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                // Keys that come before the terminal is there reach nobody.
                input.inject(new MoveTo(new ScreenPoint(300, 300)));
                input.inject(new Click(MouseButton.LEFT, 1));
                input.inject(new TypeText("setsid nohup sleep 4321 &\n"));
                return processesOf(display).contains("sleep");
              });
    } finally {
      // When
      desktop.close();
    }

    // Then
    assertGone(display);
  }

  @Test
  void shouldGoWhenTheHostIsKilled() throws Exception {
    // Given
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Host.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines = host.inputReader();
    String display = Optional.ofNullable(lines.readLine()).orElseThrow();
    awaitAllOf(display);
    long start = System.nanoTime();

    // When
    host.destroyForcibly();

    // Then
    await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> assertGone(display));
    System.out.printf(
        "virtual desktop gone %d ms after its host was killed%n",
        (System.nanoTime() - start) / 1_000_000);
  }

  /** A host in a process of its own. */
  static final class Host {

    private Host() {}

    public static void main(String[] arguments) throws Exception {
      VirtualDesktop desktop = VirtualDesktop.start(SIZE, Path.of(arguments[0]));
      System.out.println(desktop.display());
      Thread.currentThread().join();
    }
  }

  @Test
  void shouldNameWhatIsMissingWithItsRemedy() throws IOException {
    // Given
    Programs none = Programs.in(List.of(folder));

    // When / Then
    assertThatExceptionOfType(DesktopUnavailable.class)
        .isThrownBy(() -> VirtualDesktop.start(SIZE, folder, none))
        .withMessageContaining("apt-get install xvfb openbox xterm");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldSayThatTheScreenDoesNotStart() throws IOException {
    // Given
    Path broken = Files.writeString(folder.resolve("Xvfb"), "#!/bin/sh\nexit 1\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    Programs programs = Programs.in(List.of(folder, Path.of("/usr/bin")));

    // When / Then
    assertThatExceptionOfType(DesktopUnavailable.class)
        .isThrownBy(() -> VirtualDesktop.start(SIZE, folder, programs))
        .withMessageContaining("does not start");
  }
}
