package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.session.PeerId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RehearsalTest extends HostTest {

  @Test
  void shouldGoTheWholeWayToAnAnswerAndLeaveNothing() throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.still(320, 240)));
    RecordedPeer told = new RecordedPeer();

    // When
    Rehearsal.with(
            rehearsal -> host.peers.open(new PeerId("rehearsal"), new Copying(told, rehearsal)))
        .get(30, TimeUnit.SECONDS);

    // Then
    assertThat(told.answers).hasSize(4);
    assertThat(told.refusals).isEmpty();
    assertThat(told.answers.get(0).sdp()).contains("a=sendonly").contains("H264", "AV1");
    assertThat(told.count("gone")).isEqualTo(1);
  }

  @Test
  void shouldBePartOfWarmingUp() throws Exception {
    // Given
    FakeScreen screen = FakeScreen.still(320, 240);
    Host host = closing(new Host(screen));

    // When
    host.peers.warmUp().get(30, TimeUnit.SECONDS);

    // Then
    assertThat(screen.watched).hasValue(1);
    await().atMost(SOON).until(() -> screen.readers() == 0);
    assertThat(host.peers.generationsMade()).isEqualTo(1);
  }
}
