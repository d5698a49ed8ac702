package dev.contop.capture.robot;

import com.sun.jna.NativeLibrary;
import dev.contop.capture.x11.XClient;
import dev.contop.capture.x11.Xvfb;

/**
 * The display that the AWT of this process has for its life: an X server that goes when the process
 * does, since the AWT ends a process that loses it.
 */
final class OneDisplay {

  private static final Xvfb SERVER = start();

  /** The server would go with the last of its clients: this one stays. */
  private static final XClient STAYS = stay();

  private OneDisplay() {}

  private static Xvfb start() {
    try {
      return Xvfb.start("641x481x24", "-terminate");
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static XClient stay() {
    try {
      XClient client = new XClient(SERVER.display());
      // The environment that Java reads is a copy made at its start; the AWT's native part reads
      // this.
      NativeLibrary.getInstance("c")
          .getFunction("setenv")
          .invokeInt(new Object[] {"DISPLAY", SERVER.display(), 1});
      System.setProperty("java.awt.headless", "false");
      return client;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** To be called before anything of the AWT is. */
  static Xvfb server() {
    if (STAYS == null) {
      throw new IllegalStateException("There is no display");
    }
    return SERVER;
  }
}
