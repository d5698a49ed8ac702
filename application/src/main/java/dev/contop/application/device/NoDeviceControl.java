package dev.contop.application.device;

import dev.contop.domain.device.DeviceAction;

/** A desktop that has no means to be locked or kept awake, and says so. */
public final class NoDeviceControl implements ControlDevice {

  @Override
  public void act(DeviceAction action, ObserveDevice observer) {
    observer.failed("This desktop has no means for it.");
  }

  @Override
  public boolean isKeptAwake() {
    return false;
  }
}
