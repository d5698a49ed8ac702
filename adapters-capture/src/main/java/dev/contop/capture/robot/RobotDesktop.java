package dev.contop.capture.robot;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.polling.LendMemory;
import dev.contop.capture.polling.LookAtDesktop;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.media.ScreenSize;
import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Optional;

/**
 * Looks at all displays as one picture by {@link Robot}.
 *
 * <p>Robot gives each picture in an image of its own on the heap, 8 MB for 1920x1080, which is
 * copied from there: at 30 looks a second that is 250 MB of garbage a second, and 8 to 27 ms of one
 * core a look. What is drawn meanwhile may be seen half. The pointer is not in the picture, and its
 * shape cannot be asked for.
 */
final class RobotDesktop implements LookAtDesktop {

  private final Displays displays;
  private final Robot robot;
  private Rectangle bounds = new Rectangle();

  private RobotDesktop(Displays displays, Robot robot) {
    this.displays = displays;
    this.robot = robot;
  }

  static RobotDesktop open() throws ScreenUnavailable {
    GraphicsEnvironment environment = DesktopPart.require();
    try {
      return new RobotDesktop(new Displays(environment), new Robot());
    } catch (AWTException | LinkageError | SecurityException refused) {
      throw new ScreenUnavailable("Java may not read this desktop: " + refused, refused);
    }
  }

  @Override
  public void look(LendMemory into) throws ScreenUnavailable {
    bounds = displays.bounds();
    BufferedImage image = robot.createScreenCapture(bounds);
    int width = image.getWidth();
    int height = image.getHeight();
    IntBuffer target = into.of(new ScreenSize(width, height)).asIntBuffer();
    DataBuffer pixels = image.getRaster().getDataBuffer();
    if (pixels instanceof DataBufferInt ints && ints.getSize() == width * height) {
      target.put(ints.getData(), 0, width * height);
    } else {
      target.put(image.getRGB(0, 0, width, height, null, 0, width));
    }
    image.flush();
  }

  @Override
  public Optional<ScreenPoint> pointer() {
    PointerInfo pointer = MouseInfo.getPointerInfo();
    if (pointer == null) {
      return Optional.empty();
    }
    Point at = pointer.getLocation();
    return bounds.contains(at)
        ? Optional.of(new ScreenPoint(at.x - bounds.x, at.y - bounds.y))
        : Optional.empty();
  }

  @Override
  public void close() {
    // Robot has nothing to give back: what it uses belongs to the AWT, which lives on.
  }
}
