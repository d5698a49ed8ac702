package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.session.Effect;
import dev.contop.domain.session.Rehearsal;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a phone sends, codec and machine take them: what is refused is counted and changes
 * nothing, what is accepted is handled, and nothing is thrown (T13).
 */
class EnvelopeFuzzTest {

  private final EnvelopeCodec codec = new EnvelopeCodec();

  @FuzzTest(maxDuration = "10m")
  void shouldTakeAnyBytes(byte[] bytes) {
    for (ChannelLabel channel : ChannelLabel.values()) {
      take(channel, bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldTakeEveryExample(String message) {
    shouldTakeAnyBytes(message.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> examples() {
    return ProtocolDocument.examples("phone→host").map(ProtocolDocument.Example::json);
  }

  private void take(ChannelLabel channel, byte[] bytes) {
    Rehearsal session = new Rehearsal().connected(Rehearsal.FIRST);
    Session before = session.session();
    Inbound inbound = codec.read(channel, bytes);
    if (inbound instanceof Inbound.Accepted accepted) {
      session.play(new SessionEvent.MessageArrived(Rehearsal.FIRST, channel, accepted.message()));
    } else {
      Inbound.Rejected rejected = (Inbound.Rejected) inbound;
      session.play(
          new SessionEvent.MessageRefused(
              Rehearsal.FIRST, channel, rejected.cause(), rejected.ref()));
      assertThat(session.effects(Effect.CountRefusal.class)).hasSize(1);
      assertThat(session.session().execution()).isEqualTo(before.execution());
      assertThat(session.session().control()).isEqualTo(before.control());
      assertThat(session.session().confirmations()).isEqualTo(before.confirmations());
    }
  }
}
