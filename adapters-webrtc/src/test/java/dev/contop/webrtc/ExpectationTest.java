package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import org.junit.jupiter.api.Test;

class ExpectationTest extends HostTest {

  private final FakeScreen screen = FakeScreen.moving(320, 240);

  @Test
  void shouldHaveThePictureReadyBeforeThereIsAnOffer() {
    // Given
    Host host = closing(new Host(screen));

    // When
    host.peers.expect();

    // Then T73
    await().atMost(SOON).until(() -> screen.readers() == 1);
  }

  @Test
  void shouldRestAgainWhenNoOfferComes() {
    // Given
    Host host = closing(new Host(screen));
    host.peers.expect();
    await().atMost(SOON).until(() -> screen.readers() == 1);

    // Then T70
    await().atMost(SOON).until(() -> screen.readers() == 0);
  }

  @Test
  void shouldGoOnForThePhoneThatCame() throws Exception {
    // Given
    Host host = closing(new Host(screen));
    NativePhone phone = closing(NativePhone.usual());
    RecordedPeer told = new RecordedPeer();
    host.peers.expect();

    // When the expectation is over
    connect(open(host, told), told, phone);
    int frames = phone.frames.get();
    await().atMost(SOON).until(() -> phone.frames.get() > frames + 150);

    // Then it was the same watching all the time
    assertThat(screen.watched).hasValue(1);
    assertThat(screen.readers()).isEqualTo(1);
  }

  @Test
  void shouldGiveUpItsExpectationsAtTheEnd() {
    // Given
    Host host = new Host(screen);
    host.peers.expect();
    await().atMost(SOON).until(() -> screen.readers() == 1);

    // When
    host.close();
    host.peers.expect();

    // Then
    assertThat(screen.readers()).isZero();
  }
}
