package dev.contop.bootstrap.desktop;

import dev.contop.application.input.NoDesktopInput;
import dev.contop.application.screen.ChoosingScreen;
import dev.contop.application.screen.ScreenKind;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.config.StartRefused;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the desktop that the configuration asks for, or the best that works. */
public final class ChosenDesktop {

  private static final ScreenSize PATTERN = new ScreenSize(1280, 720);

  /** Small enough for its text to be read on a phone. */
  private static final ScreenSize VIRTUAL = new ScreenSize(1280, 720);

  private final Map<String, String> environment;
  private final Path folder;
  private Optional<Desktop> opened = Optional.empty();

  private ChosenDesktop(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * Opens it.
   *
   * @throws StartRefused when there is none
   */
  public static Desktop open(HostConfig config) throws StartRefused {
    ChosenDesktop desk = new ChosenDesktop(System.getenv(), config.dataFolder());
    try {
      ChoosingScreen.Choice choice = ChoosingScreen.choose(config.screen(), desk::obstacle);
      return desk.opened.orElseThrow().passingOver(choice.passedOver());
    } catch (ScreenUnavailable none) {
      throw new StartRefused(none.reason(), none);
    }
  }

  private Optional<String> obstacle(ScreenKind kind) {
    return switch (kind) {
      case X11 -> x11();
      case VIRTUAL -> virtual();
      case TEST_PATTERN -> testPattern();
    };
  }

  private Optional<String> x11() {
    String display = environment.getOrDefault("DISPLAY", "");
    if (display.isEmpty()) {
      return Optional.of(
          environment.containsKey("WAYLAND_DISPLAY")
              ? "This is a Wayland session, which no program may look at from outside; log in to an"
                  + " X11 session, or use --screen virtual"
              : "DISPLAY is not set, so there is no X11 desktop here");
    }
    return found(
        display, "x11 " + display, () -> DesktopDevice.ofUser(display, environment), () -> {});
  }

  private Optional<String> virtual() {
    try {
      VirtualDesktop desktop = VirtualDesktop.start(VIRTUAL, folder);
      Optional<String> obstacle =
          found(
              desktop.display(),
              "virtual " + desktop.display(),
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
    DesktopDevice device = DesktopDevice.withoutScreen(environment);
    opened =
        Optional.of(
            new Desktop(
                ScreenKind.TEST_PATTERN.optionName(),
                PATTERN,
                OpenTestPattern.of(PATTERN),
                () ->
                    List.of(new Monitor("screen", "Test pattern", ScreenArea.whole(PATTERN), true)),
                new NoDesktopInput(),
                device,
                Map.of(),
                List.of(),
                device::close));
    return Optional.empty();
  }

  private Optional<String> found(
      String display, String name, Supplier<DesktopDevice> opening, Runnable close) {
    ProbeX11.Probed probed = ProbeX11.probe(display);
    if (probed instanceof ProbeX11.Usable usable) {
      XtestInput input = new XtestInput(Optional.of(display));
      DesktopDevice device = opening.get();
      opened =
          Optional.of(
              new Desktop(
                  name,
                  usable.size(),
                  new OpenX11Screen(display),
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
