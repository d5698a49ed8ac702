package dev.contop.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import dev.contop.os.time.MonotonicTicks;
import dev.contop.os.time.RandomIds;
import dev.contop.os.time.SystemWallClock;
import dev.contop.os.time.TimerThread;
import javax.inject.Singleton;

/** Real clocks, real chance. */
@Module
public abstract class TimeModule {

  private TimeModule() {}

  @Provides
  static ReadTicks ticks() {
    return new MonotonicTicks();
  }

  @Provides
  static ReadWallClock wallClock() {
    return new SystemWallClock();
  }

  @Provides
  static DrawIds ids() {
    return new RandomIds();
  }

  @Provides
  @Singleton
  static TimerThread timerThread() {
    return new TimerThread();
  }

  @Binds
  abstract Schedule schedule(TimerThread timer);

  @Provides
  static HostParts.Timers timers(TimerThread timer) {
    return timer::close;
  }
}
