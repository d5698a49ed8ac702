package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;

/** Shares one capture of the screen among any number of readers (T70). */
public interface WatchScreen {

  /**
   * Starts to deliver frames to {@code reader}, the first at once. The first reader starts the
   * capture, the last one to leave stops it. Any thread; does not block.
   */
  Watching watch(ReadFrames reader);

  /** The size of the screen as last seen. */
  ScreenSize size();

  /** A reader's place at the screen. */
  interface Watching extends AutoCloseable {

    /** Asks for a frame at once although nothing changed: somebody has just joined. */
    void refresh();

    /** The reader is not called once this has returned, unless it is called from inside it. */
    @Override
    void close();
  }
}
