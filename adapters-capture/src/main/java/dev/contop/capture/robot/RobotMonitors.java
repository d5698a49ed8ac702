package dev.contop.capture.robot;

import dev.contop.application.screen.ListMonitors;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.Monitor;
import java.util.List;

/** The monitors as Java sees them (T76), in the pixels of {@link OpenRobotScreen}. */
public record RobotMonitors() implements ListMonitors {

  @Override
  public List<Monitor> list() throws ScreenUnavailable {
    return new Displays(DesktopPart.require()).monitors();
  }
}
