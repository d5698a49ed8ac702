package dev.contop.domain.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SignalingValuesTest {

  private static final String ADDRESS = "192.0.2.7";

  @Test
  void shouldNeverShowAddressesOrKeys() {
    // Given
    SessionDescription sdp = new SessionDescription("v=0\r\nc=IN IP4 " + ADDRESS + "\r\n");
    IceCandidate candidate =
        new IceCandidate(
            "candidate:1 1 udp 1 " + ADDRESS + " 9 typ host", Optional.of("0"), OptionalInt.of(0));

    // When
    String shown =
        ""
            + new ToPhone.Answer(sdp, "peer")
            + new FromPhone.Offer(sdp, Optional.empty(), Optional.empty(), false, Optional.empty())
            + new ToPhone.Candidate(candidate)
            + new FromPhone.Candidate(candidate);

    // Then
    assertThat(shown).doesNotContain(ADDRESS);
  }

  @Test
  void shouldKnowTheEndOfCandidates() {
    // T4
    assertThat(IceCandidate.END.isEnd()).isTrue();
    assertThat(IceCandidate.END).hasToString("IceCandidate[end]");
  }

  @Test
  void shouldCloseWithTheCodesThatClientsKnow() {
    // T2, T3, T9, T11
    assertThat(CloseCode.NORMAL.number()).isEqualTo(1000);
    assertThat(CloseCode.UNAUTHORIZED.number()).isEqualTo(4001);
    assertThat(CloseCode.REPLACED.number()).isEqualTo(4002);
    assertThat(CloseCode.BAD_MESSAGE.number()).isEqualTo(4400);
  }
}
