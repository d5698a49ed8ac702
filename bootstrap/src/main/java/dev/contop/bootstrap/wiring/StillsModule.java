package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.screen.MonitorDesk;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.still.StillDesk;
import dev.contop.application.still.TakeStill;
import dev.contop.bootstrap.desktop.Desktop;
import dev.contop.capture.still.JdkJpeg;
import javax.inject.Singleton;

/** Stills of the screen that all share, and the monitors that it is made of. */
@Module
public final class StillsModule {

  private StillsModule() {}

  @Provides
  @Singleton
  static TakeStill takeStill(WatchScreen screen, Pools pools) {
    return new StillDesk(screen, new JdkJpeg(), pools.stills());
  }

  @Provides
  @Singleton
  static MonitorDesk monitorDesk(Desktop desktop, Pools pools) {
    return new MonitorDesk(desktop.monitors(), pools.stills());
  }
}
