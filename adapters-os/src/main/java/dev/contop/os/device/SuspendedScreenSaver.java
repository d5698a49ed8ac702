package dev.contop.os.device;

import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XUnavailable;
import java.util.Optional;

/** Keeps an X server from darkening its screen; the server takes it back with the connection. */
final class SuspendedScreenSaver implements StayAwake {

  private final String display;

  SuspendedScreenSaver(String display) {
    this.display = display;
  }

  @Override
  public Held hold() throws NotPossible {
    try {
      XConnection x = XConnection.open(Optional.of(display));
      try {
        x.suspendScreenSaver(true);
      } catch (XUnavailable refused) {
        x.close();
        throw refused;
      }
      return new Suspended(x);
    } catch (XUnavailable unavailable) {
      throw new NotPossible(String.valueOf(unavailable.getMessage()));
    }
  }

  private record Suspended(XConnection x) implements Held {

    @Override
    public boolean isEffective() {
      // Nothing of interest is reported, but what is waits in memory.
      boolean unused = x.drainEvents();
      return !x.isBroken();
    }

    @Override
    public void close() {
      x.close();
    }
  }
}
