package dev.contop.capture.robot;

import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.polling.PollingScreen;
import java.time.Duration;

/**
 * Opens the desktop for reading by {@link java.awt.Robot}, with an arrow where the pointer is.
 *
 * <p>For Windows and macOS. On Linux it works under X11, where the AWT ends the whole process when
 * the X server goes away, and shows one desktop for as long as the process lives: that of {@code
 * DISPLAY}.
 *
 * @param interval the shortest time between two looks
 */
public record OpenRobotScreen(Duration interval) implements OpenScreen {

  @Override
  public Screen open() throws ScreenUnavailable {
    return PollingScreen.open(RobotDesktop.open(), interval);
  }
}
