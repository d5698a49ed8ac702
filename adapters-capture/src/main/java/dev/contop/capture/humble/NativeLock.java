package dev.contop.capture.humble;

import io.humble.video.Global;

/**
 * The lock around every opening and deleting of native objects in this process: the library's
 * codecs are opened through state that they share, and two at once end the process. Encoding needs
 * no lock, since each file has one thread.
 */
final class NativeLock {

  private static final Object LOCK = new Object();

  /** What is done inside the lock. */
  interface Deed<T, E extends Exception> {
    T done() throws E;
  }

  private NativeLock() {}

  /** Unpacks and loads the native library, once; blocks for about a second. */
  static void load() {
    synchronized (LOCK) {
      Global.init();
    }
  }

  static <T, E extends Exception> T inside(Deed<T, E> deed) throws E {
    synchronized (LOCK) {
      return deed.done();
    }
  }
}
