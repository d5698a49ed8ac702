package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.media.StillWish;
import dev.contop.domain.media.View;
import java.util.Optional;

/** Something the host is to do for a session. Everything it does for one is here. */
public sealed interface Effect {

  /** Over the peer's reliable channel, in the order of the effects. */
  record SendEnvelope(PeerId peer, Envelope envelope) implements Effect {}

  record ClosePeer(PeerId peer) implements Effect {}

  /** The peer's video shows that from now on (T76, T77). */
  record ShowView(PeerId peer, View view) implements Effect {}

  /** Comes back as {@link SessionEvent.PeerMeasured}, if the peer is still there. */
  record MeasurePeer(PeerId peer) implements Effect {}

  /** Comes back as {@link SessionEvent.MonitorsListed} with the same wish. */
  record ListMonitors(Optional<String> wish) implements Effect {}

  /** The data channels carry on alone (T9). */
  record CloseSignaling(PeerId peer) implements Effect {}

  record AskAgent(ExecutionId execution, Intent intent) implements Effect {}

  record TellAgent(ExecutionId execution, StepOutcome outcome) implements Effect {}

  record DismissAgent(ExecutionId execution) implements Effect {}

  record StartCommand(ExecutionId execution, AuthorizedCommand command, int outputLimit)
      implements Effect {}

  record KillCommand(ExecutionId execution, StopReason reason) implements Effect {}

  /** An input that nobody waits for. */
  record Inject(InputAction action) implements Effect {}

  /** An input whose outcome is to come back as {@link SessionEvent.InputDone}. */
  record InjectAndReport(InputAction action, String name) implements Effect {}

  /**
   * An entry for the audit log; comes back as {@link SessionEvent.AuditWritten} or {@link
   * SessionEvent.AuditFailed}. Entries are written in the order of the effects.
   */
  record RecordEntry(AuditEntry entry, AuditTicket ticket) implements Effect {}

  /** Comes back as {@link SessionEvent.DeviceActed}. */
  record ControlDevice(DeviceAction action) implements Effect {}

  /** Comes back as {@link SessionEvent.StillTaken} or {@link SessionEvent.StillMissed}. */
  record TakeStill(StillWish wish) implements Effect {}

  record ReleaseInputs(HeldInputs held) implements Effect {}

  /** A message was dropped (T13). */
  record CountRefusal(ChannelLabel channel, Refusal cause) implements Effect {}

  /** The phone has been silent for several keepalives (T19). */
  record WarnOfSilence(PeerId peer) implements Effect {}

  /** The session is over and nothing of it runs any more. */
  record ForgetSession(EndCause cause) implements Effect {}
}
