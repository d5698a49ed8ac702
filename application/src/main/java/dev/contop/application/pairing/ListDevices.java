package dev.contop.application.pairing;

import dev.contop.domain.pairing.DeviceStatus;
import java.util.List;

/** Tells which devices are paired, and which of them are here (T8, T94). Any thread. */
public interface ListDevices {

  /** All of them, in the order in which they were first paired. */
  List<DeviceStatus> list();
}
