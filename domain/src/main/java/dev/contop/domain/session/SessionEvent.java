package dev.contop.domain.session;

import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that happened to a session. Everything that happens to one is here. */
public sealed interface SessionEvent {

  /**
   * A new peer answered the phone's offer and takes the place of the one before (T10, T33).
   *
   * @param connection as what the phone wants to be treated; it can ask for less than it has (T4)
   * @param resume where the phone stands, if it wants to resume (T42)
   */
  record PeerAnswered(PeerId peer, ConnectionType connection, Role role, Optional<Resume> resume)
      implements SessionEvent {
    public PeerAnswered(PeerId peer, ConnectionType connection) {
      this(peer, connection, Optional.empty());
    }

    public PeerAnswered(PeerId peer, ConnectionType connection, Optional<Resume> resume) {
      this(peer, connection, Role.CONTROL, resume);
    }
  }

  record ChannelOpened(PeerId peer, ChannelLabel channel) implements SessionEvent {}

  record ChannelClosed(PeerId peer, ChannelLabel channel) implements SessionEvent {}

  record ConnectivityChanged(PeerId peer, Connectivity connectivity) implements SessionEvent {}

  /** {@code id} is the message's own, for answers that name it. */
  record MessageArrived(
      PeerId peer, ChannelLabel channel, PhoneMessage message, Optional<MessageId> id)
      implements SessionEvent {
    public MessageArrived(PeerId peer, ChannelLabel channel, PhoneMessage message) {
      this(peer, channel, message, Optional.empty());
    }
  }

  /** A message could not be read (T13). */
  record MessageRefused(PeerId peer, ChannelLabel channel, Refusal cause, Optional<MessageId> ref)
      implements SessionEvent {}

  /** The peer has written that many messages to its channel (T17). */
  record MessagesWritten(PeerId peer, int count) implements SessionEvent {}

  record StepProposed(ExecutionId execution, Step step) implements SessionEvent {}

  record AgentAnswered(ExecutionId execution, String answer, Optional<String> errorCode)
      implements SessionEvent {}

  record CommandWrote(ExecutionId execution, OutputStreamKind stream, String text)
      implements SessionEvent {}

  /** The last process of the step is gone. */
  record CommandEnded(
      ExecutionId execution, int exitCode, Duration duration, boolean truncated, int survivors)
      implements SessionEvent {}

  record CommandFailed(ExecutionId execution, String reason) implements SessionEvent {}

  /** An input that is answered was done, or could not be (T61). */
  record InputDone(String action, boolean done, String message, Duration duration)
      implements SessionEvent {}

  /** An entry is in the audit log: what waited for it may happen (T55). */
  record AuditWritten(AuditTicket ticket) implements SessionEvent {}

  /** An entry could not be written; {@code reason} says in words why. */
  record AuditFailed(AuditTicket ticket, String reason) implements SessionEvent {}

  /**
   * The desktop was locked or kept awake, or could not be (T54).
   *
   * @param failure why not, in words
   * @param keptAwake whether the desktop is kept awake now
   */
  record DeviceActed(DeviceAction action, Optional<String> failure, boolean keptAwake)
      implements SessionEvent {}

  /** The still that was asked for (T74). */
  record StillTaken(Still still) implements SessionEvent {}

  /** There is no still. */
  record StillMissed(StillRefusal reason) implements SessionEvent {}

  /** How a peer's video fares. */
  record PeerMeasured(PeerId peer, VideoFigures figures) implements SessionEvent {}

  /**
   * Which monitors there are; none when nobody can tell.
   *
   * @param wish the id of the one that the phone wants to see, if it chose
   */
  record MonitorsListed(List<Monitor> monitors, Optional<String> wish) implements SessionEvent {
    public MonitorsListed {
      monitors = List.copyOf(monitors);
    }
  }

  /**
   * The screen cannot be read, or can again.
   *
   * @param lost why not, in words
   */
  record ScreenStatusChanged(Optional<String> lost) implements SessionEvent {}

  /** The captured screen has another size. */
  record ScreenResized(ScreenSize captured) implements SessionEvent {}

  /** Somebody at the computer wants what runs to end. */
  record StoppedAtDesk() implements SessionEvent {}

  /** Somebody at the computer says no to what the phone was asked. */
  record RejectedAtDesk(RequestId request) implements SessionEvent {}

  /** A deadline of the session may have come. */
  record TimePassed() implements SessionEvent {}

  /** The session is to end for good. */
  record EndRequested(EndCause cause) implements SessionEvent {}
}
