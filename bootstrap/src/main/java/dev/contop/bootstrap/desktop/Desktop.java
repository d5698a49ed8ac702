package dev.contop.bootstrap.desktop;

import dev.contop.application.device.ControlDevice;
import dev.contop.application.input.InjectInput;
import dev.contop.application.screen.ListMonitors;
import dev.contop.application.screen.OpenScreen;
import dev.contop.domain.media.ScreenSize;
import java.util.List;
import java.util.Map;

/**
 * The desktop that phones see and drive.
 *
 * @param name for people, such as {@code x11 :0}
 * @param environment what a program needs to appear on it
 * @param passedOver why nothing better was chosen, in words
 * @param close gives back what was started for it
 */
public record Desktop(
    String name,
    ScreenSize size,
    OpenScreen screen,
    ListMonitors monitors,
    InjectInput input,
    ControlDevice device,
    Map<String, String> environment,
    List<String> passedOver,
    Runnable close) {
  public Desktop {
    environment = Map.copyOf(environment);
    passedOver = List.copyOf(passedOver);
  }

  Desktop passingOver(List<String> reasons) {
    return new Desktop(name, size, screen, monitors, input, device, environment, reasons, close);
  }
}
