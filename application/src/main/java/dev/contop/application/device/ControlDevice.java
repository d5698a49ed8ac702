package dev.contop.application.device;

import dev.contop.domain.device.DeviceAction;

/** Locks the desktop or keeps it awake, by its own means (T54). Any thread; never blocks. */
public interface ControlDevice {

  /**
   * Does {@code action} after those that were asked before it; doing what is already so is done.
   * {@code observer} is told once, within some seconds.
   */
  void act(DeviceAction action, ObserveDevice observer);

  /** Whether the desktop is kept awake at present, whichever phone asked for it. */
  boolean isKeptAwake();
}
