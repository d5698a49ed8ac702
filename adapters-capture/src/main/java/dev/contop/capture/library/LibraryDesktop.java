package dev.contop.capture.library;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.polling.LendMemory;
import dev.contop.capture.polling.LookAtDesktop;
import dev.contop.domain.control.ScreenPoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the desktop by the WebRTC library's capturer, which draws the pointer itself.
 *
 * <p>Its pictures come as I420, with colours at half the resolution, and are turned back here.
 */
final class LibraryDesktop implements LookAtDesktop {

  private static final Duration AGAIN = Duration.ofMillis(20);

  /** The part of the library that is used; called on one thread. */
  interface Capturer {
    /** Calls the edge before it returns, or not at all when there is no picture now. */
    void capture();

    void dispose();
  }

  private final NativeEdge edge;
  private final Capturer capturer;
  private final Duration patience;

  /**
   * @param patience how long a picture may take to come
   */
  LibraryDesktop(NativeEdge edge, Capturer capturer, Duration patience) {
    this.edge = edge;
    this.capturer = capturer;
    this.patience = patience;
  }

  @Override
  public void look(LendMemory into) throws ScreenUnavailable {
    long begun = System.nanoTime();
    while (!came(into)) {
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw new ScreenUnavailable(
            "The WebRTC library's capturer gives no picture: allow Java to record the screen in the"
                + " system's settings, or use --screen robot");
      }
      LockSupport.parkNanos(this, AGAIN.toNanos());
    }
  }

  private boolean came(LendMemory into) {
    edge.expect(into);
    capturer.capture();
    return edge.taken();
  }

  @Override
  public Optional<ScreenPoint> pointer() {
    return Optional.empty();
  }

  @Override
  public void close() {
    capturer.dispose();
  }
}
