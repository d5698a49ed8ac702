package dev.contop.bootstrap.desktop;

import dev.contop.application.input.NoDesktopInput;
import dev.contop.application.screen.ChoosingScreen;
import dev.contop.application.screen.DesktopSystem;
import dev.contop.application.screen.ListMonitors;
import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenKind;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.application.screen.WaylandSession;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.capture.library.OpenLibraryScreen;
import dev.contop.capture.robot.OpenRobotScreen;
import dev.contop.capture.robot.RobotMonitors;
import dev.contop.capture.testpattern.OpenTestPattern;
import dev.contop.capture.x11.OpenX11Screen;
import dev.contop.capture.x11.ProbeX11;
import dev.contop.capture.x11.X11Monitors;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.os.desktop.DesktopUnavailable;
import dev.contop.os.desktop.VirtualDesktop;
import dev.contop.os.device.DesktopDevice;
import dev.contop.os.input.XtestInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the desktop that the configuration asks for, or the best that works. */
public final class ChosenDesktop {

  private static final ScreenSize PATTERN = new ScreenSize(1280, 720);

  /** Small enough for its text to be read on a phone. */
  private static final ScreenSize VIRTUAL = new ScreenSize(1280, 720);

  private static final String WATCH_ONLY =
      "On this system the desktop can be watched, but not yet controlled.";

  private static final String NO_DESKTOP =
      "This is a test pattern; there is no desktop to control.";

  private final Map<String, String> environment;
  private final DesktopSystem system;
  private final Path folder;
  private final Duration interval;
  private Optional<Desktop> opened = Optional.empty();

  private ChosenDesktop(
      Map<String, String> environment, DesktopSystem system, Path folder, Duration interval) {
    this.environment = environment;
    this.system = system;
    this.folder = folder;
    this.interval = interval;
  }

  /**
   * Opens it.
   *
   * @throws StartRefused when there is none
   */
  public static Desktop open(HostConfig config) throws StartRefused {
    return open(config, System.getenv(), DesktopSystem.named(System.getProperty("os.name")));
  }

  static Desktop open(HostConfig config, Map<String, String> environment, DesktopSystem system)
      throws StartRefused {
    ChosenDesktop desk =
        new ChosenDesktop(environment, system, config.dataFolder(), config.video().frameInterval());
    try {
      ChoosingScreen.Choice choice =
          ChoosingScreen.choose(config.screen(), system.screens(), desk::obstacle);
      return desk.opened.orElseThrow().passingOver(choice.passedOver());
    } catch (ScreenUnavailable none) {
      throw new StartRefused(none.reason(), none);
    }
  }

  private Optional<String> obstacle(ScreenKind kind) {
    return switch (kind) {
      case X11 -> x11("x11", Optional.empty());
      case ROBOT -> robot();
      case LIBRARY ->
          watchOnly("library", new OpenLibraryScreen(system, interval), Optional.empty());
      case VIRTUAL -> virtual();
      case TEST_PATTERN -> testPattern();
    };
  }

  /**
   * @param reader another way to read the display than that of X11
   */
  private Optional<String> x11(String name, Optional<OpenScreen> reader) {
    String display = environment.getOrDefault("DISPLAY", "");
    if (display.isEmpty()) {
      return Optional.of(WaylandSession.noDisplay(environment));
    }
    return found(
            display,
            name + " " + display,
            reader,
            () -> DesktopDevice.ofUser(display, environment),
            () -> {})
        .map(reason -> WaylandSession.unreadable(environment, reason));
  }

  /** Where there is X11, the display is tried first: the AWT would end the process with it. */
  private Optional<String> robot() {
    OpenScreen robot = new OpenRobotScreen(interval);
    return system == DesktopSystem.LINUX
        ? x11("robot", Optional.of(robot))
        : watchOnly("robot", robot, Optional.of(new RobotMonitors()));
  }

  private Optional<String> watchOnly(
      String name, OpenScreen screen, Optional<ListMonitors> monitors) {
    try (Screen tried = screen.open()) {
      ScreenSize size = tried.size();
      show(name, size, screen, monitors.orElse(one("Desktop", size)), WATCH_ONLY);
      return Optional.empty();
    } catch (ScreenUnavailable unavailable) {
      return Optional.of(unavailable.reason());
    }
  }

  /** A screen that takes no input, and has no display that anything else could use. */
  private void show(
      String name, ScreenSize size, OpenScreen screen, ListMonitors monitors, String noInput) {
    DesktopDevice device = DesktopDevice.withoutScreen(environment);
    opened =
        Optional.of(
            new Desktop(
                name,
                size,
                screen,
                monitors,
                new NoDesktopInput(noInput),
                device,
                Map.of(),
                List.of(),
                device::close));
  }

  private static ListMonitors one(String name, ScreenSize size) {
    return () -> List.of(new Monitor("screen", name, ScreenArea.whole(size), true));
  }

  private static Optional<String> refusal(OpenScreen screen) {
    try (Screen tried = screen.open()) {
      tried.size();
      return Optional.empty();
    } catch (ScreenUnavailable unavailable) {
      return Optional.of(unavailable.reason());
    }
  }

  private Optional<String> virtual() {
    try {
      VirtualDesktop desktop = VirtualDesktop.start(VIRTUAL, folder);
      Optional<String> obstacle =
          found(
              desktop.display(),
              "virtual " + desktop.display(),
              Optional.empty(),
              () -> DesktopDevice.withoutScreen(environment),
              desktop::close);
      if (obstacle.isPresent()) {
        desktop.close();
      }
      return obstacle;
    } catch (DesktopUnavailable unavailable) {
      return Optional.of(StartRefused.words(unavailable));
    }
  }

  private Optional<String> testPattern() {
    show(
        ScreenKind.TEST_PATTERN.optionName(),
        PATTERN,
        OpenTestPattern.of(PATTERN),
        one("Test pattern", PATTERN),
        NO_DESKTOP);
    return Optional.empty();
  }

  private Optional<String> found(
      String display,
      String name,
      Optional<OpenScreen> reader,
      Supplier<DesktopDevice> opening,
      Runnable close) {
    ProbeX11.Probed probed = ProbeX11.probe(display);
    if (probed instanceof ProbeX11.Usable usable) {
      Optional<String> refused = reader.flatMap(ChosenDesktop::refusal);
      if (refused.isPresent()) {
        return refused;
      }
      XtestInput input = new XtestInput(Optional.of(display));
      DesktopDevice device = opening.get();
      opened =
          Optional.of(
              new Desktop(
                  name,
                  usable.size(),
                  reader.orElse(new OpenX11Screen(display)),
                  new X11Monitors(display),
                  input,
                  device,
                  Map.of("DISPLAY", display),
                  List.of(),
                  () -> {
                    device.close();
                    input.close();
                    close.run();
                  }));
      return Optional.empty();
    }
    return Optional.of(((ProbeX11.Unusable) probed).reason());
  }
}
