package dev.contop.application.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every way of making peers has to do. */
@Timeout(60)
public abstract class PeerContract {

  protected static final Duration SOON = Duration.ofSeconds(10);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final List<AutoCloseable> toClose = new ArrayList<>();

  protected abstract OpenPeer peers();

  protected abstract ContractPhone newPhone();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : toClose) {
      one.close();
    }
  }

  @Test
  void shouldAnswerAnOffer() {
    // Given
    RecordedPeer told = new RecordedPeer();
    Peer peer = open(told);

    // When
    peer.negotiate(phone().offer());

    // Then
    await().atMost(SOON).until(() -> told.answers.size() == 1);
    assertThat(told.answers.get(0).sdp()).startsWith("v=0");
    assertThat(told.refusals).isEmpty();
  }

  @Test
  void shouldOpenBothChannelsAndSayThatItIsConnected() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();

    // When
    connect(open(told), told, phone);

    // Then
    await().atMost(SOON).until(() -> told.connectivity.contains(Connectivity.CONNECTED));
    assertThat(told.count("opened RELIABLE")).isEqualTo(1);
    assertThat(told.count("opened FAST")).isEqualTo(1);
    assertThat(told.overlaps).hasValue(0);
  }

  @Test
  void shouldCarryMessagesBothWaysInOrder() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    Peer peer = open(told);
    connect(peer, told, phone);
    List<String> asked = new ArrayList<>();
    List<String> expected = new ArrayList<>();

    // When
    for (int i = 0; i < 200; i++) {
      phone.say(ChannelLabel.RELIABLE, ("to " + i).getBytes(UTF_8), false);
      peer.send(("fro " + i).getBytes(UTF_8));
      asked.add("RELIABLE to " + i);
      expected.add("fro " + i);
    }

    // Then
    await().atMost(SOON).until(() -> told.messages.size() == 200 && phone.heard().size() == 200);
    assertThat(told.messages).isEqualTo(asked);
    assertThat(phone.heard()).isEqualTo(expected);
    await().atMost(SOON).untilAtomic(told.written, equalTo(200));
    assertThat(told.overlaps).hasValue(0);
  }

  @Test
  void shouldDropWhatIsBinaryOrTooLarge() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    connect(open(told), told, phone);

    // When
    phone.say(ChannelLabel.RELIABLE, new byte[] {1, 2, 3}, true);
    phone.say(ChannelLabel.FAST, new byte[4097], false);
    phone.say(ChannelLabel.RELIABLE, "still here".getBytes(UTF_8), false);

    // Then
    await().atMost(SOON).until(() -> told.messages.contains("RELIABLE still here"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told.drops)
                    .containsExactlyInAnyOrder(Refusal.NOT_TEXT, Refusal.TOO_LARGE));
    assertThat(told.messages).hasSize(1);
  }

  @Test
  void shouldRefuseWhatIsNoOfferAndAnswerTheNext() {
    // Given
    RecordedPeer told = new RecordedPeer();
    Peer peer = open(told);

    // When
    peer.negotiate(new SessionDescription("complete nonsense"));
    peer.negotiate(phone().offer());

    // Then
    await().atMost(SOON).until(() -> told.answers.size() == 1);
    assertThat(told.refusals).hasSize(1);
    assertThat(told.refusals.get(0)).doesNotContain("nonsense");
    assertThat(told.events.indexOf("refused")).isLessThan(told.events.indexOf("answered"));
  }

  @Test
  void shouldAnswerALaterOfferOfTheSamePhoneWithoutDisturbingTheChannels() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    Peer peer = open(told);
    connect(peer, told, phone);

    // When
    peer.negotiate(phone.offer());
    await().atMost(SOON).until(() -> told.answers.size() == 2);
    phone.accept(told.answers.get(1));
    phone.say(ChannelLabel.RELIABLE, "after".getBytes(UTF_8), false);

    // Then
    await().atMost(SOON).until(() -> told.messages.contains("RELIABLE after"));
    assertThat(told.count("closed RELIABLE")).isZero();
    assertThat(told.count("opened RELIABLE")).isEqualTo(1);
  }

  @Test
  void shouldIgnoreCandidatesThatAreNone() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    Peer peer = open(told);

    // When
    for (int i = 0; i < 200; i++) {
      peer.addCandidate(
          new IceCandidate("candidate:" + i + " rubbish", Optional.of("0"), OptionalInt.of(0)));
      peer.addCandidate(new IceCandidate("\u0000", Optional.empty(), OptionalInt.of(-1)));
      peer.addCandidate(IceCandidate.END);
    }
    connect(peer, told, phone);

    // Then
    assertThat(told.refusals).isEmpty();
  }

  @Test
  void shouldLetTheLastMessageLeaveBeforeItIsGone() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    Peer peer = open(told);
    connect(peer, told, phone);

    // When
    peer.send("farewell".getBytes(UTF_8));
    peer.close();

    // Then
    await().atMost(SOON).until(() -> phone.heard().contains("farewell"));
    await().atMost(SOON).until(() -> told.count("gone") == 1);
  }

  @Test
  void shouldBeGoneOnceAndSilentAfterwards() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    Peer peer = open(told);
    connect(peer, told, phone);

    // When
    peer.close();
    peer.close();
    await().atMost(SOON).until(() -> told.count("gone") == 1);
    peer.send("late".getBytes(UTF_8));
    peer.negotiate(phone.offer());
    peer.addCandidate(IceCandidate.END);
    peer.close();

    // Then
    Peer next = open(new RecordedPeer());
    next.close();
    await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> told.count("gone") == 1);
    assertThat(told.last()).contains("gone");
    assertThat(phone.heard()).doesNotContain("late");
  }

  @Test
  void shouldBeGoneAtAnyStage() {
    for (int stage = 0; stage < 3; stage++) {
      // Given
      RecordedPeer told = new RecordedPeer();
      Peer peer = open(told);
      if (stage > 0) {
        peer.negotiate(phone().offer());
      }
      if (stage > 1) {
        await().atMost(SOON).until(() -> !told.answers.isEmpty());
      }

      // When
      peer.close();

      // Then
      await().atMost(SOON).until(() -> told.count("gone") == 1);
      assertThat(told.last()).contains("gone");
    }
  }

  @Test
  void shouldCloseTheChannelsWhenThePhoneLeaves() {
    // Given
    RecordedPeer told = new RecordedPeer();
    ContractPhone phone = phone();
    connect(open(told), told, phone);

    // When
    phone.close();

    // Then
    await().atMost(SOON).until(() -> told.count("closed RELIABLE") == 1);
  }

  protected final Peer open(RecordedPeer told) {
    Peer peer = peers().open(new PeerId("peer-" + NUMBER.incrementAndGet()), told);
    toClose.add(peer::close);
    return peer;
  }

  protected final ContractPhone phone() {
    ContractPhone phone = newPhone();
    toClose.add(phone);
    return phone;
  }

  protected static void connect(Peer peer, RecordedPeer told, ContractPhone phone) {
    told.candidatesTo(phone::addCandidate);
    peer.negotiate(phone.offer());
    phone.candidatesTo(peer::addCandidate);
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    phone.accept(told.answers.get(0));
    await()
        .atMost(SOON)
        .until(() -> told.isOpen(ChannelLabel.RELIABLE) && told.isOpen(ChannelLabel.FAST));
  }
}
