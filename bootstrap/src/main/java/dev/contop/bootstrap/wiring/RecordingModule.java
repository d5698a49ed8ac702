package dev.contop.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.recording.HourlyTidying;
import dev.contop.application.recording.KeepRecordings;
import dev.contop.application.recording.OpenVideoFile;
import dev.contop.application.recording.RecordPhones;
import dev.contop.application.recording.RecorderPorts;
import dev.contop.application.recording.RecordingDesk;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.session.Sessions;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.capture.recording.FoundEncoder;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.os.recording.RecordingsFolder;
import java.nio.file.Path;
import javax.inject.Provider;
import javax.inject.Singleton;

/** Recordings, in the data folder. */
@Module
public abstract class RecordingModule {

  private static final String FOLDER = "recordings";

  private RecordingModule() {}

  private static Path folder(HostConfig config) {
    return config.dataFolder().resolve(FOLDER);
  }

  @Provides
  static KeepRecordings keepRecordings(HostConfig config) {
    return new RecordingsFolder(folder(config));
  }

  @Provides
  static OpenVideoFile openVideoFile(HostConfig config) {
    return new FoundEncoder(folder(config));
  }

  @Provides
  @Singleton
  static RecordingDesk recordingDesk(
      OpenVideoFile videos,
      KeepRecordings keep,
      WatchScreen screen,
      ReadTicks clock,
      ReadWallClock wallClock,
      HostConfig config,
      Provider<ListDevices> devices,
      Provider<Sessions> sessions) {
    return new RecordingDesk(
        new RecorderPorts(videos, keep, screen, clock, wallClock, Pools.named("recording")),
        config.recording(),
        device -> name(devices.get(), device),
        (device, event) -> sessions.get().find(device).ifPresent(session -> session.post(event)));
  }

  @Binds
  abstract RecordPhones recordPhones(RecordingDesk desk);

  @Provides
  static HostParts.Recordings recordings(RecordingDesk desk, Schedule schedule, Pools pools) {
    HourlyTidying tidying = new HourlyTidying(schedule, pools.files(), desk::tidy);
    return new HostParts.Recordings() {
      @Override
      public void start() {
        tidying.start();
      }

      @Override
      public void close() {
        desk.close();
      }
    };
  }

  private static String name(ListDevices devices, DeviceId device) {
    return devices.list().stream()
        .filter(status -> status.device().id().equals(device))
        .findFirst()
        .flatMap(status -> status.device().name())
        .orElse(device.value());
  }
}
