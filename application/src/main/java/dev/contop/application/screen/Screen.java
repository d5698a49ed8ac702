package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.Optional;

/**
 * An open screen.
 *
 * <p>Owned by one thread: all methods but {@link #wake} are called from the thread that opened it.
 * In steady use a wait and a grab together take less than 1,000 bytes of the heap, however large
 * the picture; an adapter that cannot keep to that says so.
 */
public interface Screen extends AutoCloseable {

  /** The size of what {@link #grab} will deliver next. */
  ScreenSize size();

  /**
   * Blocks until something changed since the last {@link #grab} (pixels or pointer), until {@link
   * #wake} is called, or until {@code atMost} has passed. Returns at once when a change is already
   * known.
   *
   * @return whether something changed
   * @throws ScreenUnavailable when the screen has gone
   */
  boolean awaitChange(Duration atMost) throws ScreenUnavailable;

  /**
   * Copies what the screen shows now, pointer included, into the frame that this screen lends; the
   * frame is valid until the next call of any method but {@link #wake}. Its damage is what may be
   * other than in the frame before, all of it the first time.
   *
   * @throws ScreenUnavailable when the screen has gone
   */
  Frame grab() throws ScreenUnavailable;

  /**
   * The frame that the last {@link #grab} filled, while it is known to show what the screen shows;
   * nothing when something has changed, or when nobody can tell without another grab.
   *
   * @throws ScreenUnavailable when the screen has gone
   */
  default Optional<Frame> last() throws ScreenUnavailable {
    return Optional.empty();
  }

  /**
   * Ends a running or the next {@link #awaitChange} early. Any thread; never blocks; harmless after
   * {@link #close}, and while that runs.
   */
  void wake();

  /** Gives back everything native. Calling it twice is harmless. */
  @Override
  void close();
}
