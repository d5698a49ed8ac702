package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.notice.Announcing;
import dev.contop.application.notice.ShowNotice;
import dev.contop.application.pairing.AuditedRevocation;
import dev.contop.application.pairing.DeviceRegister;
import dev.contop.application.pairing.DismissDevice;
import dev.contop.application.pairing.KeepDevices;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.application.session.Sessions;
import dev.contop.application.signaling.DismissingDevices;
import dev.contop.application.signaling.ListingDevices;
import dev.contop.application.signaling.PhoneDoor;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.os.notice.NotifySend;
import dev.contop.os.pairing.DevicesFile;
import dev.contop.os.process.Programs;
import java.nio.file.Path;
import javax.inject.Provider;
import javax.inject.Singleton;

/** The devices that are paired: kept, listed, sent away. */
@Module
public abstract class DevicesModule {

  private DevicesModule() {}

  @Provides
  static KeepDevices keepDevices(HostConfig config, ReadWallClock clock) {
    return new DevicesFile(config.dataFolder(), clock);
  }

  @Provides
  static DismissDevice dismissDevice(Provider<PhoneDoor> door, Sessions sessions) {
    return new DismissingDevices(door::get, sessions);
  }

  @Provides
  @Singleton
  static DeviceRegister register(
      KeepDevices store,
      ReadWallClock clock,
      Schedule schedule,
      Pools pools,
      DismissDevice dismissal,
      WriteAudit audit) {
    return new DeviceRegister(store, clock, schedule, pools.files(), dismissal, audit);
  }

  @Provides
  static ShowNotice showNotice(Pools pools) {
    return new NotifySend(
        Programs.installed(System.getenv()),
        Path.of(System.getProperty("user.home", "/")),
        pools.notices());
  }

  @Provides
  @Singleton
  static Announcing announcing(ShowNotice desktop, ReadTicks clock) {
    return new Announcing(desktop, clock);
  }

  @Provides
  static RevokeDevice revokeDevice(DeviceRegister register, WriteAudit audit) {
    return new AuditedRevocation(register, audit);
  }

  @Provides
  static ListDevices listDevices(DeviceRegister register, Sessions sessions) {
    return new ListingDevices(register, sessions);
  }
}
