package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.application.signaling.PlayedPhone;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The phone that the host plays to itself. */
class OwnPhoneTest extends HostTest {

  private static final byte[] ANYTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final FakeScreen screen = FakeScreen.moving(320, 240);
  private final Host host = closing(new Host(screen));
  private final RecordedPeer told = new RecordedPeer();

  @Test
  void shouldTalkWithTheHostUntilItHasBeenAnsweredOften() throws Exception {
    // Given
    WebRtcPeer peer = open(host, told);
    closing(peer::close);
    PlayedPhone phone = closing(host.peers.play(message -> carry(message, peer)));
    told.candidatesTo(candidate -> phone.received(new ToPhone.Candidate(candidate)));

    // When
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    phone.received(new ToPhone.Answer(told.answers.get(0), "p"));
    await().atMost(SOON).until(() -> told.isOpen(ChannelLabel.RELIABLE));
    peer.send(ANYTHING);
    for (int answered = 1; !phone.talked().isDone(); answered++) {
      int questions = answered;
      await().atMost(SOON).until(() -> phone.talked().isDone() || asked() >= questions);
      peer.send(ANYTHING);
    }

    // Then
    assertThat(phone.talked()).isCompleted();
    assertThat(asked()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void shouldLeaveNothingBehind() throws Exception {
    // Given
    WebRtcPeer peer = open(host, told);
    PlayedPhone phone = host.peers.play(message -> carry(message, peer));
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    phone.received(new ToPhone.Answer(told.answers.get(0), "p"));

    // When
    phone.close();
    phone.close();
    peer.close();

    // Then
    awaitGone(told);
    await().atMost(SOON).until(() -> screen.readers() == 0);
    assertThat(host.peers.generationsMade()).isEqualTo(1);
    assertThat(phone.talked()).isCompletedExceptionally();
  }

  @Test
  void shouldFailInWordsWhenTheHostRefusesOrTheAnswerIsNone() {
    // Given
    PlayedPhone refused = closing(host.peers.play(message -> {}));
    PlayedPhone misled = closing(host.peers.play(message -> {}));

    // When
    refused.received(new ToPhone.Refused("malformed", "no"));
    await()
        .atMost(SOON)
        .until(
            () -> {
              misled.received(new ToPhone.Answer(new SessionDescription("nonsense"), "p"));
              return misled.talked().isDone();
            });

    // Then
    assertThatThrownBy(() -> refused.talked().get(1, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the host refused the offer");
    assertThat(misled.talked()).isCompletedExceptionally();
  }

  private long asked() {
    return told.messages.stream().filter(message -> message.contains("execution_stop")).count();
  }

  private static void carry(FromPhone message, WebRtcPeer peer) {
    if (message instanceof FromPhone.Offer offer) {
      peer.negotiate(offer.description());
    } else if (message instanceof FromPhone.Candidate candidate) {
      peer.addCandidate(candidate.candidate());
    }
  }
}
