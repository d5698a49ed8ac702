package dev.contop.domain.session;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.pairing.ConnectionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A phone that resumes, and the person who holds it: restless, sometimes late, sometimes wrong. Its
 * connections break at any time, on either side first, and it comes back.
 */
final class SimulatedPhone {

  private static final Digest STALE = new Digest("0".repeat(64));
  private static final int BEHIND = 20;

  private final Agenda agenda;
  private final SimulatedHost host;
  private final Map<Long, MessageId> seen = new LinkedHashMap<>();
  private final Set<MessageId> seenIds = new HashSet<>();
  private final List<RequestId> questions = new ArrayList<>();
  private Optional<Connection> connection = Optional.empty();
  private long lastSeq;
  private long acknowledged;
  private int connections;
  private boolean quiet;

  /** One connection, as the phone has it. */
  private final class Connection {
    final PeerId peer = new PeerId("peer " + ++connections);
    final Cable<Envelope> down = new Cable<>(agenda, this::hear);
    final Cable<SessionEvent> up = new Cable<>(agenda, host::happened);
    boolean opened;

    void hear(Envelope envelope) {
      if (!opened && !(envelope.message() instanceof HostMessage.StateUpdate)) {
        throw new AssertionError("First on a channel was " + envelope.message().getClass());
      }
      opened = true;
      SimulatedPhone.this.hear(envelope);
    }

    void say(PhoneMessage message) {
      up.send(new SessionEvent.MessageArrived(peer, ChannelLabel.RELIABLE, message));
    }

    /** Pointer events may be lost on the way (T14). */
    void point(PhoneMessage message) {
      if (!agenda.oneIn(4)) {
        up.send(new SessionEvent.MessageArrived(peer, ChannelLabel.FAST, message));
      }
    }
  }

  SimulatedPhone(Agenda agenda, SimulatedHost host) {
    this.agenda = agenda;
    this.host = host;
    connect();
    agenda.after(agenda.some(1, 500), this::act);
  }

  /** The messages that it saw, by number. */
  Map<Long, MessageId> seen() {
    return seen;
  }

  int connections() {
    return connections;
  }

  /** From now on it only listens, over one last connection. */
  void rest() {
    quiet = true;
    connection.ifPresent(old -> old.down.cut());
    connect();
  }

  private void connect() {
    Connection fresh = new Connection();
    connection = Optional.of(fresh);
    host.connect(fresh.peer, fresh.down);
    host.happened(
        new SessionEvent.PeerAnswered(
            fresh.peer, ConnectionType.TEMPORARY, Optional.of(new Resume(lastSeq))));
    if (quiet || !agenda.oneIn(10)) {
      agenda.after(
          agenda.some(20, 400),
          () -> host.happened(new SessionEvent.ChannelOpened(fresh.peer, ChannelLabel.RELIABLE)));
    }
    if (!quiet) {
      agenda.after(agenda.some(100, agenda.oneIn(3) ? 60_000 : 5_000), () -> cut(fresh));
    }
  }

  /** The link breaks: one side sees it first, the other later or in another way. */
  private void cut(Connection broken) {
    if (quiet || !connection.equals(Optional.of(broken))) {
      return;
    }
    broken.down.cut();
    if (agenda.oneIn(2)) {
      broken.up.cut();
    }
    connection = Optional.empty();
    switch (agenda.random().nextInt(4)) {
      case 0 -> tell(0, 50, new SessionEvent.ChannelClosed(broken.peer, ChannelLabel.RELIABLE));
      case 1 -> {
        tell(
            0, 8_000, new SessionEvent.ConnectivityChanged(broken.peer, Connectivity.DISCONNECTED));
        tell(8_000, 18_000, new SessionEvent.ConnectivityChanged(broken.peer, Connectivity.FAILED));
      }
      case 2 -> {
        tell(
            0, 3_000, new SessionEvent.ConnectivityChanged(broken.peer, Connectivity.DISCONNECTED));
        tell(
            3_000,
            6_000,
            new SessionEvent.ConnectivityChanged(broken.peer, Connectivity.CONNECTED));
      }
      default -> {
        // The host does not notice before the phone is back.
      }
    }
    agenda.after(agenda.some(10, agenda.oneIn(4) ? 30_000 : 1_000), this::comeBack);
  }

  private void comeBack() {
    if (!quiet) {
      connect();
    }
  }

  private void tell(int least, int most, SessionEvent event) {
    agenda.after(agenda.some(least, most), () -> host.happened(event));
  }

  private void hear(Envelope envelope) {
    HostMessage message = envelope.message();
    if (message instanceof HostMessage.ResumeGap gap) {
      throw new AssertionError("Nothing is so far behind as " + gap);
    }
    envelope
        .seq()
        .ifPresent(
            seq -> {
              if (seq > lastSeq) {
                if (seq != lastSeq + 1) {
                  throw new AssertionError("After " + lastSeq + " came " + seq);
                }
                lastSeq = seq;
                seen.put(seq, envelope.id());
                if (!seenIds.add(envelope.id())) {
                  throw new AssertionError("A message came under two numbers");
                }
                note(message);
              }
            });
    if (lastSeq - acknowledged >= BEHIND || agenda.oneIn(6)) {
      acknowledge();
    }
  }

  private void note(HostMessage message) {
    if (message instanceof HostMessage.ConfirmationRequest asked) {
      questions.add(asked.request());
      if (questions.size() > 8) {
        questions.remove(0);
      }
    }
  }

  private void acknowledge() {
    if (lastSeq > 0) {
      acknowledged = lastSeq;
      connection.ifPresent(open -> open.say(new PhoneMessage.Ack(lastSeq)));
    }
  }

  private void act() {
    if (quiet) {
      return;
    }
    connection.filter(open -> open.opened).ifPresent(this::say);
    agenda.after(agenda.some(5, agenda.oneIn(5) ? 20_000 : 900), this::act);
  }

  private void say(Connection open) {
    switch (agenda.random().nextInt(16)) {
      case 0, 1, 2, 3, 4 -> open.say(new PhoneMessage.UserIntent("go"));
      case 5 -> open.say(new PhoneMessage.ExecutionStop());
      case 6 -> open.say(new PhoneMessage.SetManualMode(agenda.oneIn(2)));
      case 7 -> open.say(input(new InputRequest.Press(MouseButton.LEFT, Optional.empty())));
      case 8 -> open.point(input(new InputRequest.Press(MouseButton.LEFT, Optional.empty())));
      case 9 -> open.point(input(new InputRequest.Release(MouseButton.LEFT, Optional.empty())));
      case 10 -> open.say(new PhoneMessage.Keepalive());
      case 11 -> {
        if (agenda.oneIn(10)) {
          open.say(new PhoneMessage.SessionEnd());
        }
      }
      default -> answer(open);
    }
  }

  /** Mostly the newest question and mostly yes; now and then an old one, twice, or a wrong one. */
  private void answer(Connection open) {
    if (questions.isEmpty()) {
      return;
    }
    int which = agenda.oneIn(4) ? agenda.random().nextInt(questions.size()) : questions.size() - 1;
    PhoneMessage answer =
        new PhoneMessage.ConfirmationResponse(
            questions.get(which),
            !agenda.oneIn(4),
            agenda.oneIn(6) ? Optional.of(STALE) : Optional.empty());
    open.say(answer);
    if (agenda.oneIn(5)) {
      open.say(answer);
    }
  }

  private static PhoneMessage input(InputRequest request) {
    return new PhoneMessage.ManualInput(request);
  }
}
