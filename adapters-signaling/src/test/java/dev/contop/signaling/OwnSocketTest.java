package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import dev.contop.wire.SignalingCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The phone's end of a socket, against the real listener. */
@Timeout(30)
class OwnSocketTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Phones phones = new Phones((line, message) -> {});
  private final List<ToPhone> heard = new CopyOnWriteArrayList<>();

  @Test
  void shouldCarryMessagesOfEveryLengthBothWays() throws Exception {
    try (Listening host = Listening.with(phones);
        OwnSocket socket = open(host)) {
      // Given
      Thread ears = new Thread(() -> socket.listen(heard::add), "ears");
      ears.start();
      FromPhone.Candidate candidate =
          new FromPhone.Candidate(
              new IceCandidate("candidate:1", Optional.of("0"), OptionalInt.of(0)));

      // When
      socket.send(offer("v=0"));
      socket.send(offer("s".repeat(5_000)));
      socket.send(offer("l".repeat(100_000)));
      socket.send(candidate);
      await().until(() -> phones.lines.size() == 1 && phones.lines.get(0).heard().size() == 4);
      ToPhone.Answer shortOne = answer("v=0");
      ToPhone.Answer longOne = answer("l".repeat(100_000));
      phones.lines.get(0).carrier.send(shortOne);
      phones.lines.get(0).carrier.send(longOne);
      phones.lines.get(0).carrier.close(CloseCode.NORMAL, "");
      ears.join(PATIENCE.toMillis());

      // Then
      assertThat(phones.lines.get(0).heard())
          .containsExactly(
              offer("v=0"), offer("s".repeat(5_000)), offer("l".repeat(100_000)), candidate);
      assertThat(heard).containsExactly(shortOne, longOne);
      assertThat(ears.isAlive()).isFalse();
    }
  }

  @Test
  void shouldSayThatNobodyListens() throws Exception {
    Listening gone = Listening.with(phones);
    gone.close();

    assertThatThrownBy(() -> open(gone)).isInstanceOf(IOException.class);
  }

  private static OwnSocket open(Listening host) throws IOException {
    return OwnSocket.open(host.port(), new DeviceId(Phones.DEVICE), new SignalingCodec(), PATIENCE);
  }

  private static FromPhone.Offer offer(String sdp) {
    return new FromPhone.Offer(
        new SessionDescription(sdp), Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  private static ToPhone.Answer answer(String sdp) {
    return new ToPhone.Answer(new SessionDescription(sdp), "p");
  }
}
