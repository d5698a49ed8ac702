package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import java.util.Optional;

/** Locking the desktop and keeping it awake, each written down before it is done (T54, T55). */
final class DeviceMoves {

  private DeviceMoves() {}

  static void requested(Turn turn, PhoneMessage.DeviceControl message) {
    Optional<DeviceAction> action = message.action();
    if (action.isEmpty()) {
      turn.say(
          new HostMessage.DeviceControlResult(message.name(), false, "This action is not known."));
    } else if (turn.deferrals.isFull()) {
      turn.say(AuditMoves.overfull());
    } else {
      turn.enter(
          new AuditEntry.DeviceAsked(action.get()), new Deferred.ControlDevice(action.get()));
    }
  }

  static void acted(Turn turn, SessionEvent.DeviceActed event) {
    turn.enter(new AuditEntry.DeviceActed(event.action(), event.failure()));
    turn.say(
        new HostMessage.DeviceControlResult(
            event.action().wireName(), event.failure().isEmpty(), event.failure().orElse("Done.")));
    if (turn.keptAwake != event.keptAwake()) {
      turn.keptAwake = event.keptAwake();
      turn.say(turn.stateUpdate());
    }
  }
}
