package dev.contop.application.pairing;

import dev.contop.domain.pairing.DeviceId;
import java.util.Optional;

/** Takes back a device's pairing (T92). Any thread that may wait for disk and audit log. */
public interface RevokeDevice {

  /** What came of it. */
  sealed interface Outcome {

    /** There is no such device. */
    record NotPaired() implements Outcome {}

    /**
     * Nothing of it works any more.
     *
     * @param warning what could not be written down, in words
     */
    record Revoked(Optional<String> warning) implements Outcome {}
  }

  Outcome revoke(DeviceId device);
}
