package dev.contop.domain.session;

import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The real machine with a simulated desktop: a disk, an agent, processes and a clock that take
 * their time and sometimes fail. After every step an {@link Onlooker} checks the rules.
 */
final class SimulatedHost {

  private static final List<String> LINES = List.of("ls", "ls -l", "touch x", "rm x");

  private final Agenda agenda;
  private final SessionMachine machine;
  private final Limits limits;
  private final Map<PeerId, Cable<Envelope>> toPhone = new HashMap<>();
  private final Map<Long, MessageId> numbered = new HashMap<>();
  private final Set<ExecutionId> running = new HashSet<>();
  private final Runnable stepped;
  private Session session;
  private Onlooker onlooker = Onlooker.AT_FIRST;
  private Ticks lastLine = Ticks.ZERO;
  private Ticks alarm = Ticks.NEVER;
  private int started;

  /**
   * @param stepped is told of each step
   */
  SimulatedHost(Agenda agenda, Limits limits, Runnable stepped) {
    this.agenda = agenda;
    this.limits = limits;
    this.stepped = stepped;
    this.machine = new SessionMachine(limits, new AsksBeforeTouch(), new JavaHash());
    this.session =
        Session.begun(
            Rehearsal.SEED,
            ConnectionType.TEMPORARY,
            Rehearsal.SCREEN,
            false,
            limits,
            agenda.now());
  }

  Session session() {
    return session;
  }

  /** How many commands were started. */
  int started() {
    return started;
  }

  /** The messages that have a number, by number. */
  Map<Long, MessageId> numbered() {
    return numbered;
  }

  void connect(PeerId peer, Cable<Envelope> cable) {
    toPhone.put(peer, cable);
  }

  void happened(SessionEvent event) {
    Session before = session;
    Transition transition = machine.step(before, event, agenda.now());
    session = transition.session();
    onlooker = onlooker.saw(before, event, transition, agenda.now(), limits);
    transition.effects().forEach(this::perform);
    stepped.run();
    setAlarm();
  }

  private void setAlarm() {
    Ticks deadline = session.nextDeadline();
    if (!deadline.equals(alarm)) {
      alarm = deadline;
      if (!deadline.equals(Ticks.NEVER)) {
        agenda.at(deadline, () -> ring(deadline));
      }
    }
  }

  private void ring(Ticks deadline) {
    if (alarm.equals(deadline)) {
      alarm = Ticks.NEVER;
      happened(new SessionEvent.TimePassed());
    }
  }

  private void perform(Effect effect) {
    if (effect instanceof Effect.SendEnvelope send) {
      write(send);
    } else if (effect instanceof Effect.ClosePeer close) {
      Optional.ofNullable(toPhone.remove(close.peer())).ifPresent(Cable::cut);
    } else if (effect instanceof Effect.RecordEntry entry) {
      Ticks done = agenda.now().plus(agenda.some(0, agenda.oneIn(100) ? 3_000 : 8));
      lastLine = lastLine.isBefore(done) ? done : lastLine;
      boolean full = agenda.oneIn(300);
      agenda.at(
          lastLine,
          () ->
              happened(
                  full
                      ? new SessionEvent.AuditFailed(entry.ticket(), "the disk is full")
                      : new SessionEvent.AuditWritten(entry.ticket())));
    } else if (effect instanceof Effect.AskAgent ask) {
      agenda.after(agenda.some(0, 500), () -> propose(ask.execution()));
    } else if (effect instanceof Effect.TellAgent tell) {
      agenda.after(agenda.some(0, 500), () -> propose(tell.execution()));
    } else if (effect instanceof Effect.StartCommand start) {
      started++;
      running.add(start.execution());
      agenda.after(agenda.some(0, 50), () -> write(start.execution(), agenda.random().nextInt(40)));
    } else if (effect instanceof Effect.KillCommand kill) {
      agenda.after(agenda.some(1, 600), () -> end(kill.execution(), 137));
    } else if (effect instanceof Effect.InjectAndReport inject) {
      agenda.after(
          agenda.some(0, 20),
          () -> happened(new SessionEvent.InputDone(inject.name(), true, "", Duration.ZERO)));
    } else if (effect instanceof Effect.ControlDevice device) {
      agenda.after(
          agenda.some(0, 200),
          () -> happened(new SessionEvent.DeviceActed(device.action(), Optional.empty(), false)));
    }
  }

  private void write(Effect.SendEnvelope send) {
    send.envelope()
        .seq()
        .ifPresent(
            seq -> {
              MessageId first = numbered.putIfAbsent(seq, send.envelope().id());
              if (first != null && !first.equals(send.envelope().id())) {
                throw new AssertionError("Number " + seq + " was another message before");
              }
            });
    Cable<Envelope> cable = toPhone.get(send.peer());
    if (cable != null) {
      cable.send(send.envelope());
    }
    agenda.after(
        agenda.some(0, 30), () -> happened(new SessionEvent.MessagesWritten(send.peer(), 1)));
  }

  private void propose(ExecutionId execution) {
    if (agenda.oneIn(3)) {
      happened(new SessionEvent.AgentAnswered(execution, "done", Optional.empty()));
    } else {
      String line = LINES.get(agenda.random().nextInt(LINES.size()));
      happened(new SessionEvent.StepProposed(execution, new Step("shell", "", new Command(line))));
    }
  }

  private void write(ExecutionId execution, int left) {
    if (!running.contains(execution)) {
      return;
    }
    if (left == 0) {
      end(execution, agenda.oneIn(4) ? 1 : 0);
      return;
    }
    happened(new SessionEvent.CommandWrote(execution, OutputStreamKind.STDOUT, "line\n"));
    agenda.after(agenda.some(0, 40), () -> write(execution, left - 1));
  }

  private void end(ExecutionId execution, int exitCode) {
    if (running.remove(execution)) {
      happened(
          agenda.oneIn(30)
              ? new SessionEvent.CommandFailed(execution, "no such program")
              : new SessionEvent.CommandEnded(execution, exitCode, Duration.ZERO, false, 0));
    }
  }
}
