package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NegotiationTest extends HostTest {

  @SuppressWarnings("NullAway.Init")
  private Host host;

  @BeforeEach
  void start() {
    host = closing(new Host(FakeScreen.moving(320, 240)));
  }

  @Test
  void shouldAnswerARealBrowsersOffer() {
    // Given
    RecordedPeer told = new RecordedPeer();

    // When
    String answer = answered(told, SdpHintsTest.chromiumOffer());

    // Then
    assertThat(answer)
        .contains("a=fingerprint:sha-256 " + Host.IDENTITY.fingerprint().withColons())
        .contains("a=sendonly")
        .contains("a=fmtp:96 x-google-start-bitrate=2000;x-google-max-bitrate=8000")
        .containsPattern("m=application 9 UDP/DTLS/SCTP")
        .doesNotContain("a=candidate:");
  }

  @Test
  void shouldAnswerAnOfferWithoutVideo() {
    // Given
    NativePhone phone = closing(new NativePhone());
    phone.openChannels();
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);

    // When
    connect(peer, told, phone);

    // Then
    assertThat(told.answers.get(0).sdp()).doesNotContain("m=video");
  }

  @Test
  void shouldNeitherSendNorReceiveAudio() {
    // Given
    NativePhone phone = closing(new NativePhone());
    phone.wantAudio(RTCRtpTransceiverDirection.SEND_RECV);
    phone.wantVideo(RTCRtpTransceiverDirection.RECV_ONLY);
    phone.openChannels();
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);

    // When
    connect(peer, told, phone);

    // Then
    assertThat(sections(told.answers.get(0)))
        .satisfiesExactly(
            session -> {},
            audio -> assertThat(audio).startsWith("audio").contains("a=inactive"),
            video -> assertThat(video).startsWith("video").contains("a=sendonly"),
            data -> assertThat(data).startsWith("application"));
    await().atMost(SOON).until(() -> phone.frames.get() > 3);
  }

  @Test
  void shouldShowTheScreenOnOneVideoOnly() {
    // Given
    NativePhone phone = closing(new NativePhone());
    phone.wantVideo(RTCRtpTransceiverDirection.SEND_ONLY);
    phone.wantVideo(RTCRtpTransceiverDirection.RECV_ONLY);
    phone.wantVideo(RTCRtpTransceiverDirection.SEND_RECV);
    phone.openChannels();
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);

    // When
    connect(peer, told, phone);

    // Then
    List<String> sections = sections(told.answers.get(0));
    assertThat(sections).hasSize(5);
    assertThat(sections.get(1)).contains("a=inactive");
    assertThat(sections.get(2)).contains("a=sendonly");
    assertThat(sections.get(3)).contains("a=inactive");
    await().atMost(SOON).until(() -> phone.frames.get() > 3);
  }

  @Test
  void shouldAnswerAnOfferWithNothingButChannelsNobodyKnows() {
    // Given
    NativePhone phone = closing(new NativePhone());
    phone.openChannel("other", new dev.onvoid.webrtc.RTCDataChannelInit());
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);

    // When
    introduce(peer, told, phone);

    // Then
    await().atMost(SOON).until(() -> told.connectivity.contains(Connectivity.CONNECTED));
    await().atMost(SOON).until(() -> !phone.isOpen(phone.connectionChannel("other")));
  }

  @Test
  void shouldTellCandidatesOnlyAfterTheAnswerAndThenTheirEnd() {
    // Given
    RecordedPeer told = new RecordedPeer();

    // When
    answered(told, SdpHintsTest.chromiumOffer());

    // Then
    await().atMost(SOON).until(() -> told.candidates.contains(IceCandidate.END));
    assertThat(told.events.get(0)).isEqualTo("answered");
    assertThat(told.candidates).hasSizeGreaterThan(1);
    assertThat(told.candidates.get(0).candidate()).startsWith("candidate:");
  }

  @Test
  void shouldKeepCandidatesThatComeBeforeTheOffer() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);
    SessionDescription offer = phone.offer();
    phone.candidatesTo(peer::addCandidate);
    await().atMost(SOON).until(phone::hasGathered);

    // When
    peer.negotiate(offer);

    // Then
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    // The host's own candidates are withheld: only those kept can have made the connection.
    phone.accept(told.answers.get(0));
    await().atMost(SOON).until(() -> told.connectivity.contains(Connectivity.CONNECTED));
  }

  @Test
  void shouldRestartIceWhileMessagesAndVideoGoOn() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);
    String before = line(told.answers.get(0), "a=ice-ufrag:");

    // When
    peer.negotiate(phone.offer());
    await().atMost(SOON).until(() -> told.answers.size() == 2);
    phone.accept(told.answers.get(1));

    // Then
    assertThat(line(told.answers.get(1), "a=ice-ufrag:")).isNotEqualTo(before);
    int frames = phone.frames.get();
    await().atMost(SOON).until(() -> phone.frames.get() > frames + 10);
    peer.send(new byte[] {'x'});
    await().atMost(SOON).until(() -> phone.heard.contains("x"));
    assertThat(told.events).noneMatch(event -> event.startsWith("closed"));
  }

  @Test
  void shouldAnswerOffersInOrderAndRefuseAFlood() {
    // Given
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);
    SessionDescription offer = new SessionDescription(SdpHintsTest.chromiumOffer());

    // When
    for (int i = 0; i < 50; i++) {
      peer.negotiate(offer);
    }

    // Then
    await().atMost(SOON).until(() -> told.answers.size() + told.refusals.size() == 50);
    assertThat(told.answers).isNotEmpty();
  }

  @Test
  void shouldLiveThroughBrokenOffersAndServeTheNextPhone() {
    // Given
    Random seeded = new Random(2024);
    String real = SdpHintsTest.chromiumOffer();
    int refused = 0;

    // When
    for (int i = 0; i < 200; i++) {
      RecordedPeer told = new RecordedPeer();
      WebRtcPeer peer = open(host, told);
      peer.negotiate(new SessionDescription(Mutations.of(real, seeded)));
      await().atMost(SOON).until(() -> !told.answers.isEmpty() || !told.refusals.isEmpty());
      refused += told.refusals.size();
      peer.close();
      awaitGone(told);
    }

    // Then
    assertThat(refused).isBetween(1, 199);
    RecordedPeer told = new RecordedPeer();
    NativePhone phone = closing(NativePhone.usual());
    connect(open(host, told), told, phone);
  }

  @Test
  void shouldNotLetABrokenLaterOfferDisturbAConnection() {
    // Given
    Random seeded = new Random(5);
    NativePhone phone = closing(NativePhone.usual());
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);

    // When
    for (int i = 0; i < 20; i++) {
      peer.negotiate(new SessionDescription("v=0\r\nm=" + seeded.nextInt() + "\r\n"));
      peer.addCandidate(
          new IceCandidate("candidate:x", Optional.of("0"), OptionalInt.of(seeded.nextInt())));
    }
    await().atMost(SOON).until(() -> told.refusals.size() == 20);
    peer.send(new byte[] {'y'});

    // Then
    await().atMost(SOON).until(() -> phone.heard.contains("y"));
    assertThat(told.answers).hasSize(1);
  }

  @Test
  void shouldLiveThroughBrokenCandidates() {
    // Given
    Random seeded = new Random(9);
    String real =
        "candidate:842163049 1 udp 1677729535 192.0.2.7 46154 typ srflx raddr 10.0.0.1 rport 9"
            + " generation 0 ufrag EoA5 network-cost 999";
    NativePhone phone = closing(NativePhone.usual());
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);

    // When
    for (int i = 0; i < 200; i++) {
      peer.addCandidate(
          new IceCandidate(Mutations.of(real, seeded), Optional.of("0"), OptionalInt.of(0)));
    }
    peer.send(new byte[] {'z'});

    // Then
    await().atMost(SOON).until(() -> phone.heard.contains("z"));
  }

  private String answered(RecordedPeer told, String offer) {
    open(host, told).negotiate(new SessionDescription(offer));
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    return told.answers.get(0).sdp();
  }

  private static List<String> sections(SessionDescription description) {
    return List.of(description.sdp().split("(?:^|\r\n)m="));
  }

  private static String line(SessionDescription description, String start) {
    return description.sdp().lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
  }
}
