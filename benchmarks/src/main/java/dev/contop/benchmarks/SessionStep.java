package dev.contop.benchmarks;

import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.ShellCommandPolicy;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.session.Rehearsal;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionMachine;
import dev.contop.domain.session.Transition;
import dev.contop.os.identity.JdkHash;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What one step of the session machine costs, in the middle of a run whose phone resumes: {@code
 * seen} messages were sent and not yet acknowledged.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SessionStep {

  private static final String OUTPUT = "compiling module 17 of 42\n";

  /** What happens. */
  public enum Event {
    POINTER,
    OUTPUT,
    WRITTEN,
    ACKNOWLEDGED,
    KEEPALIVE,
    TIME
  }

  @Param public Event event = Event.POINTER;

  @Param({"0", "500"})
  public int seen;

  private final SessionMachine machine =
      new SessionMachine(Limits.standard(), ShellCommandPolicy.standard(), new JdkHash());
  private final Rehearsal rehearsal = new Rehearsal(machine);
  private Session session = rehearsal.session();
  private SessionEvent happening = new SessionEvent.TimePassed();

  /** A command runs, and the user also moves the pointer. */
  @Setup
  public void begin() {
    rehearsal.answeredResuming(Rehearsal.FIRST, 0).opened(Rehearsal.FIRST);
    rehearsal.manual(true).running("ls -l");
    for (int i = 0; i < seen; i++) {
      rehearsal.wrote(OutputStreamKind.STDOUT, OUTPUT).written(Rehearsal.FIRST).forget();
    }
    rehearsal.wrote(OutputStreamKind.STDOUT, OUTPUT);
    session = rehearsal.session();
    happening = happening();
  }

  private SessionEvent happening() {
    return switch (event) {
      case POINTER ->
          new SessionEvent.MessageArrived(
              Rehearsal.FIRST,
              ChannelLabel.FAST,
              new PhoneMessage.ManualInput(
                  new InputRequest.MoveTo(new VideoPoint(640, 360), OptionalLong.empty())));
      case OUTPUT ->
          new SessionEvent.CommandWrote(rehearsal.execution(), OutputStreamKind.STDOUT, OUTPUT);
      case WRITTEN -> new SessionEvent.MessagesWritten(Rehearsal.FIRST, 1);
      case ACKNOWLEDGED -> said(new PhoneMessage.Ack(seen / 2));
      case KEEPALIVE -> said(new PhoneMessage.Keepalive());
      case TIME -> new SessionEvent.TimePassed();
    };
  }

  private static SessionEvent said(PhoneMessage message) {
    return new SessionEvent.MessageArrived(Rehearsal.FIRST, ChannelLabel.RELIABLE, message);
  }

  @Benchmark
  public Transition step() {
    return machine.step(session, happening, rehearsal.now());
  }
}
