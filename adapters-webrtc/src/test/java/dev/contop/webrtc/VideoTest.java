package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoCodec;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTest extends HostTest {

  private final RecordedPeer told = new RecordedPeer();

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "H264", "VP9", "AV1"})
  void shouldPutTheBitratesInForceOnTheSender(String codec) throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.moving(1280, 720), settings(1280, codec)));
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);

    // When
    told.candidatesTo(phone::addCandidate);
    peer.negotiate(phone.offer());
    phone.candidatesTo(peer::addCandidate);
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    int beforeAnythingIsSent = encoding(peer).maxBitrate;
    phone.accept(told.answers.get(0));

    // Then T71: it starts with 1.5 Mbit/s, and may use more once the phone has told what arrives
    assertThat(beforeAnythingIsSent).isEqualTo(1_500_000);
    await().atMost(SOON).until(() -> encoding(peer).maxBitrate == 5_000_000);
    await().atMost(SOON).until(() -> statistics(peer).target().kilobitsPerSecond() > 1500);
    assertThat(encoding(peer).minBitrate).isEqualTo(250_000);
    assertThat(encoding(peer).maxFramerate).isEqualTo(30.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "H264", "VP9", "AV1"})
  void shouldSendThePreferredCodec(String codec) throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.moving(640, 360), settings(640, codec)));
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);

    // When
    connect(peer, told, phone);

    // Then
    await().atMost(SOON).until(() -> phone.frames.get() > 3);
    assertThat(statistics(peer).codec()).hasValue("video/" + codec);
    assertThat(statistics(peer).size()).hasValue(new ScreenSize(640, 360));
  }

  @Test
  void shouldShowAStillScreenAtOnceToEveryPhoneThatJoins() {
    // Given
    FakeScreen screen = FakeScreen.still(320, 240);
    Host host = closing(new Host(screen));
    NativePhone first = closing(NativePhone.usual());
    connect(open(host, told), told, first);
    await().atMost(SOON).until(() -> first.frames.get() > 0);

    // When
    RecordedPeer toldToo = new RecordedPeer();
    NativePhone second = closing(NativePhone.usual());
    connect(open(host, toldToo), toldToo, second);

    // Then
    await().atMost(SOON).until(() -> second.frames.get() > 0);
    assertThat(screen.watched).hasValue(1);
  }

  @Test
  void shouldWatchTheScreenOnlyWhileSomebodyIsThere() {
    // Given
    FakeScreen screen = FakeScreen.moving(320, 240);
    Host host = closing(new Host(screen));
    host.peers.warmUp().join();
    await().atMost(SOON).until(() -> screen.readers() == 0);
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);
    assertThat(screen.readers()).isEqualTo(1);

    // When
    peer.close();
    awaitGone(told);

    // Then
    await().atMost(SOON).until(() -> screen.readers() == 0);
  }

  @Test
  void shouldFitAWideScreen() {
    // When // Then
    assertThat(sizeSeen(FakeScreen.moving(1920, 1080), 1280)).isEqualTo("1280x720");
  }

  @Test
  void shouldCutOddSides() {
    // When // Then
    assertThat(sizeSeen(FakeScreen.moving(321, 241), 1280)).isEqualTo("320x240");
  }

  @Test
  void shouldReadRowsWithPadding() {
    // When // Then
    assertThat(sizeSeen(FakeScreen.padded(318, 240, 2), 1280)).isEqualTo("318x240");
    assertThat(sizeSeen(FakeScreen.padded(318, 240, 2), 160)).isEqualTo("160x120");
  }

  private String sizeSeen(FakeScreen screen, int maxWidth) {
    Host host = closing(new Host(screen, settings(maxWidth, "VP8")));
    RecordedPeer here = new RecordedPeer();
    NativePhone phone = closing(NativePhone.usual());
    connect(open(host, here), here, phone);
    await().atMost(SOON).until(() -> phone.frames.get() > 2);
    return phone.frameSize;
  }

  static WebRtcSettings settings(int maxWidth, String codec) {
    return Host.settings(maxWidth, List.of(VideoCodec.valueOf(codec)), 1_000_000);
  }

  private static VideoStatistics statistics(WebRtcPeer peer) throws Exception {
    CompletableFuture<VideoStatistics> told = new CompletableFuture<>();
    peer.statistics(told::complete);
    return told.get(5, TimeUnit.SECONDS);
  }

  private static RTCRtpEncodingParameters encoding(WebRtcPeer peer) throws Exception {
    CompletableFuture<RTCRtpEncodingParameters> found = new CompletableFuture<>();
    peer.look(
        connection -> {
          for (RTCRtpTransceiver one : connection.getTransceivers()) {
            found.complete(one.getSender().getParameters().encodings.get(0));
          }
        });
    return found.get(5, TimeUnit.SECONDS);
  }
}
