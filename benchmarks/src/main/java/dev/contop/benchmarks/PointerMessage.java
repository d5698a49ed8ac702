package dev.contop.benchmarks;

import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.ShellCommandPolicy;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.session.Effect;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionMachine;
import dev.contop.domain.session.Transition;
import dev.contop.os.identity.JdkHash;
import dev.contop.wire.EnvelopeCodec;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one pointer move costs between the channel and the desktop: reading it, and deciding. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PointerMessage {

  private static final byte[] MOVE =
      ("{\"type\":\"manual_control\",\"id\":\"5f0c7c52-1111-4222-8333-444455556666\","
              + "\"payload\":{\"action\":\"mouse_move\",\"x\":640.5,\"y\":360.25}}")
          .getBytes(StandardCharsets.UTF_8);

  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final SessionMachine machine =
      new SessionMachine(Limits.standard(), ShellCommandPolicy.standard(), new JdkHash());
  private final PeerId peer = new PeerId("peer");
  private Session session =
      Session.begun(
          new UUID(1, 2),
          ConnectionType.TEMPORARY,
          new ScreenGeometry(new ScreenSize(1920, 1080), new ScreenSize(1280, 720)),
          false,
          Limits.standard(),
          Ticks.ZERO);
  private SessionEvent move = new SessionEvent.TimePassed();

  /** A session with an open channel, in manual mode. */
  @Setup
  public void connect() {
    step(new SessionEvent.PeerAnswered(peer, ConnectionType.TEMPORARY));
    step(new SessionEvent.ChannelOpened(peer, ChannelLabel.RELIABLE));
    step(new SessionEvent.MessagesWritten(peer, 1));
    step(
        new SessionEvent.MessageArrived(
            peer, ChannelLabel.RELIABLE, new PhoneMessage.SetManualMode(true)));
    move =
        new SessionEvent.MessageArrived(
            peer, ChannelLabel.RELIABLE, ((Inbound.Accepted) read()).message());
  }

  @Benchmark
  public Inbound read() {
    return codec.read(ChannelLabel.FAST, MOVE);
  }

  @Benchmark
  public Transition decide() {
    return machine.step(session, move, Ticks.ZERO);
  }

  private void step(SessionEvent event) {
    Transition transition = machine.step(session, event, Ticks.ZERO);
    session = transition.session();
    for (Effect effect : transition.effects()) {
      if (effect instanceof Effect.RecordEntry entry) {
        step(new SessionEvent.AuditWritten(entry.ticket()));
      }
    }
  }
}
