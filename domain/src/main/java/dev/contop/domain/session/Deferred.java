package dev.contop.domain.session;

import dev.contop.domain.confirmation.Outcome;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.device.DeviceAction;
import java.util.Optional;

/** What happens only once its line is in the audit log (T55); steps wait in their own state. */
sealed interface Deferred {

  /** Manual mode begins (T60). */
  record EnterManualMode() implements Deferred {}

  /** An act by hand, outside manual mode or behind such a one (T60). */
  record Act(InputRequest request) implements Deferred {}

  /** The desktop is locked or kept awake (T54). */
  record ControlDevice(DeviceAction action) implements Deferred {}

  /**
   * The phone is told what its answer came to (T53).
   *
   * @param cause why the answer changed nothing, if it did not
   */
  record Receipt(RequestId request, Optional<Outcome.Cause> cause) implements Deferred {}
}
