package dev.contop.capture.robot;

import dev.contop.application.screen.ScreenUnavailable;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether this Java has a desktop part, and sees a desktop. */
final class DesktopPart {

  private DesktopPart() {}

  /**
   * The desktop's displays as the AWT knows them.
   *
   * @throws ScreenUnavailable when there are none, saying what to install or to do
   */
  static GraphicsEnvironment require() throws ScreenUnavailable {
    Optional<String> missing = missing(Path.of(System.getProperty("java.home")));
    if (missing.isPresent()) {
      throw new ScreenUnavailable(missing.get());
    }
    // Without this macOS takes the host for an application with a window, and gives it an icon.
    System.getProperties().putIfAbsent("apple.awt.UIElement", "true");
    try {
      if (!GraphicsEnvironment.isHeadless()) {
        return GraphicsEnvironment.getLocalGraphicsEnvironment();
      }
    } catch (AWTError | LinkageError broken) {
      throw new ScreenUnavailable(noDesktop() + " (" + broken.getMessage() + ")", broken);
    }
    throw new ScreenUnavailable(noDesktop());
  }

  private static String noDesktop() {
    return "Java sees no desktop from here: start the host in the session of the user whose desktop"
        + " is to be shown, and without java.awt.headless";
  }

  /** What to install for a runtime on Linux that was made without a desktop. */
  static Optional<String> missing(Path javaHome) {
    Path libraries = javaHome.resolve("lib");
    boolean headless =
        Files.exists(libraries.resolve("libawt_headless.so"))
            && !Files.exists(libraries.resolve("libawt_xawt.so"));
    return headless
        ? Optional.of(
            "This Java runtime was made without a desktop part: install the full one (on Debian and"
                + " Ubuntu openjdk-17-jre instead of openjdk-17-jre-headless)")
        : Optional.empty();
  }
}
