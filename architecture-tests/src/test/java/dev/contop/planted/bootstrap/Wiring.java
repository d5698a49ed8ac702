package dev.contop.planted.bootstrap;

import dagger.Module;
import dagger.Provides;
import dev.contop.planted.webrtc.Room;
import java.io.PrintStream;

/** All that bootstrap may do. */
@Module
public final class Wiring {
  @Provides
  static Room room() {
    return new Room();
  }

  public PrintStream out() {
    return System.out;
  }
}
