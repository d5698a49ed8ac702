package dev.contop.os.process;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Sends POSIX signals by kill(2); works on stopped processes too, which Java's own way does not.
 */
final class Signals {

  static final int KILL = 9;
  static final int TERMINATE = 15;
  static final int CONTINUE = Platform.isMac() ? 19 : 18;

  private static final LibC LIBC = Native.load("c", LibC.class);

  private Signals() {}

  /** Sends one signal. Whether it arrived shows only in whether the process goes. */
  static void send(long pid, int signal) {
    // Never to 0, -1 or below: those address whole groups, and every process there is.
    if (pid > 1) {
      LIBC.kill(Math.toIntExact(pid), signal);
    }
  }

  /** Loads what {@link #send} needs, so that the first kill does not pay for it. */
  static void prepare() {
    LIBC.getpid();
  }

  /** The two functions used; public because the JNA proxy needs it. */
  interface LibC extends Library {
    int kill(int pid, int signal);

    int getpid();
  }
}
