package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** T17 from outside: how much is given to a peer whose channel takes no more. */
class SlowPeerTest {

  private static final PeerId SLOW = new PeerId("slow");
  private static final PeerId QUICK = new PeerId("quick");

  private final SessionStage stage = new SessionStage();
  private final RecordedPeer slow = new RecordedPeer();
  private final RecordedPeer quick = new RecordedPeer();
  private final OpenSession session = stage.connected(SLOW, slow);

  @Test
  void shouldGiveAPeerNoMoreThanTheWindowUntilItHasWritten() {
    // Given
    stage.hears(session, SLOW, new PhoneMessage.UserIntent("seq 100000"));

    // When
    writeLines(900);

    // Then
    assertThat(slow.sent).hasSize(Limits.standard().sendWindow());

    // When the channel takes them after all, a few at a time
    for (int i = 0; i < 1000; i++) {
      session.post(new SessionEvent.MessagesWritten(SLOW, 3));
      stage.pool.runAll();
    }

    // Then nothing is lost
    assertThat(
            stage.said(slow, HostMessage.AgentProgress.class).stream()
                .flatMap(progress -> progress.stdout().stream()))
        .containsExactlyElementsOf(IntStream.range(0, 900).mapToObj(i -> "line " + i).toList());
  }

  @Test
  void shouldNotHoldUpAnotherSession() {
    // Given a phone that reads nothing, with much to read, and one of another device
    stage.hears(session, SLOW, new PhoneMessage.UserIntent("seq 100000"));
    OpenSession other = stage.connected(new DeviceId("other"), QUICK, quick);
    writeLines(5000);

    // When
    stage.hears(other, QUICK, new PhoneMessage.UserIntent("echo hi"));

    // Then
    assertThat(slow.sent).hasSize(Limits.standard().sendWindow());
    assertThat(stage.said(quick, HostMessage.AgentProgress.class)).hasSize(1);
    assertThat(stage.commands).hasSize(2);
  }

  private void writeLines(int count) {
    for (int i = 0; i < count; i++) {
      stage.commands.get(0).observer.wrote(OutputStreamKind.STDOUT, "line " + i);
      stage.pool.runAll();
    }
  }
}
