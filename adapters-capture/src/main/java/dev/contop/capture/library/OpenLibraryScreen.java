package dev.contop.capture.library;

import dev.contop.application.screen.DesktopSystem;
import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.polling.PollingScreen;
import dev.onvoid.webrtc.internal.NativeLoader;
import dev.onvoid.webrtc.media.video.desktop.ScreenCapturer;
import java.time.Duration;

/**
 * Opens the desktop for reading by the WebRTC library's own capturer: all displays as one picture,
 * in their own pixels.
 *
 * <p>On Linux it is refused before the library is touched: there its capturer ends the process.
 *
 * @param interval the shortest time between two looks
 */
public record OpenLibraryScreen(DesktopSystem system, Duration interval) implements OpenScreen {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Override
  public Screen open() throws ScreenUnavailable {
    if (system == DesktopSystem.LINUX) {
      throw new ScreenUnavailable(
          "The WebRTC library's capturer works on Windows and macOS only: use --screen x11, or"
              + " --screen virtual");
    }
    return PollingScreen.open(start(), interval);
  }

  private static LibraryDesktop start() throws ScreenUnavailable {
    load();
    NativeEdge edge = new NativeEdge();
    try {
      return new LibraryDesktop(edge, started(edge), PATIENCE);
    } catch (LinkageError | RuntimeException broken) {
      throw notThere(broken);
    }
  }

  /** The library's classes for capturing count on others to have loaded its native part. */
  static void load() throws ScreenUnavailable {
    try {
      NativeLoader.loadLibrary("webrtc-java");
    } catch (Exception | LinkageError broken) {
      throw notThere(broken);
    }
  }

  private static ScreenUnavailable notThere(Throwable broken) {
    return new ScreenUnavailable(
        "The WebRTC library's capturer does not start: use --screen robot (" + broken + ")",
        broken);
  }

  private static LibraryDesktop.Capturer started(NativeEdge edge) {
    ScreenCapturer capturer = new ScreenCapturer();
    capturer.start(edge);
    return new LibraryDesktop.Capturer() {
      @Override
      public void capture() {
        capturer.captureFrame();
      }

      @Override
      public void dispose() {
        capturer.dispose();
      }
    };
  }
}
