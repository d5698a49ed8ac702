package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.Optional;

/** Shares one capture of the screen among any number of readers (T70). */
public interface WatchScreen {

  /**
   * Starts to deliver frames to {@code reader}, the first at once. The first reader starts the
   * capture, the last one to leave stops it. Any thread; does not block.
   */
  Watching watch(ReadFrames reader);

  /**
   * Lends {@code reader} one picture of the screen as it is now: the one that is there, if nothing
   * has changed since, or else the next one that is due. When nobody watches, the capture starts
   * for this picture alone. Any thread; does not block.
   *
   * @param reader is called once, with a frame or that there is none
   */
  void glimpse(ReadFrames reader);

  /** The size of the screen as last seen. */
  ScreenSize size();

  /** How long a grab takes, on the mean; nothing before the first. */
  default Optional<Duration> grabTime() {
    return Optional.empty();
  }

  /** A reader's place at the screen. */
  interface Watching extends AutoCloseable {

    /** Asks for a frame at once although nothing changed: somebody has just joined. */
    void refresh();

    /** The reader is not called once this has returned, unless it is called from inside it. */
    @Override
    void close();
  }
}
