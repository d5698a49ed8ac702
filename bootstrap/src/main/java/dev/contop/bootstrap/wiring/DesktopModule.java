package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.device.ControlDevice;
import dev.contop.application.input.InjectInput;
import dev.contop.application.input.InputDesk;
import dev.contop.application.screen.ObserveScreen;
import dev.contop.application.screen.ScreenFeed;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.session.Sessions;
import dev.contop.application.time.ReadTicks;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.desktop.Desktop;
import dev.contop.domain.media.ScreenSize;
import java.util.Optional;
import javax.inject.Provider;
import javax.inject.Singleton;

/** Screen, pointer and keyboard of the desktop that was chosen. */
@Module
public final class DesktopModule {

  private DesktopModule() {}

  @Provides
  static InjectInput injectInput(Desktop desktop) {
    return desktop.input();
  }

  @Provides
  static ControlDevice controlDevice(Desktop desktop) {
    return desktop.device();
  }

  @Provides
  @Singleton
  static InputDesk inputDesk(InjectInput inject, ReadTicks clock, Pools pools) {
    return new InputDesk(inject, clock, pools.input());
  }

  @Provides
  @Singleton
  static WatchScreen watchScreen(
      Desktop desktop, HostConfig config, ReadTicks clock, Provider<Sessions> sessions) {
    return new ScreenFeed(
        desktop.screen(),
        desktop.size(),
        config.video().frameInterval(),
        clock,
        Pools.named("capture"),
        new ObserveScreen() {
          @Override
          public void resized(ScreenSize size) {
            sessions.get().screenResized(size);
          }

          @Override
          public void lost(String reason) {
            sessions.get().screenStatusChanged(Optional.of(reason));
          }

          @Override
          public void returned() {
            sessions.get().screenStatusChanged(Optional.empty());
          }
        });
  }
}
