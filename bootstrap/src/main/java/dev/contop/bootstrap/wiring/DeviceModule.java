package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.device.ControlDevice;
import dev.contop.application.device.NoDeviceControl;

/** What locks the desktop and keeps it awake. */
@Module
public abstract class DeviceModule {

  private DeviceModule() {}

  @Provides
  static ControlDevice controlDevice() {
    return new NoDeviceControl();
  }
}
