package dev.contop.capture.robot;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the desktop's displays are, in the AWT's own coordinates: those of the user, in which a
 * display of high density has fewer pixels than it has dots, and with the primary one's upper left
 * corner as the origin.
 */
final class Displays {

  private final GraphicsEnvironment environment;

  Displays(GraphicsEnvironment environment) {
    this.environment = environment;
  }

  /** What encloses them all, as it is now. */
  Rectangle bounds() throws ScreenUnavailable {
    Rectangle all = new Rectangle(0, 0, -1, -1);
    for (GraphicsDevice device : environment.getScreenDevices()) {
      all = all.union(device.getDefaultConfiguration().getBounds());
    }
    if (all.width < 1 || all.height < 1) {
      throw new ScreenUnavailable("No display is connected");
    }
    return all;
  }

  List<Monitor> monitors() throws ScreenUnavailable {
    Rectangle all = bounds();
    GraphicsDevice primary = environment.getDefaultScreenDevice();
    List<Monitor> monitors = new ArrayList<>();
    for (GraphicsDevice device : environment.getScreenDevices()) {
      Rectangle own = device.getDefaultConfiguration().getBounds();
      if (own.width > 0 && own.height > 0) {
        ScreenSize size = new ScreenSize(own.width, own.height);
        ScreenArea area = new ScreenArea(own.x - all.x, own.y - all.y, size);
        String id = device.getIDstring();
        monitors.add(new Monitor(id, nameOf(id), area, device.equals(primary)));
      }
    }
    return List.copyOf(monitors);
  }

  /** On Windows an id looks like a path, {@code \\.\DISPLAY1}. */
  static String nameOf(String id) {
    return id.substring(id.lastIndexOf('\\') + 1).strip();
  }
}
