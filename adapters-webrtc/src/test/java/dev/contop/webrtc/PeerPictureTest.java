package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.View;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each peer has its own picture of the one capture (T76, T77), and its figures. */
class PeerPictureTest extends HostTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final RecordedPeer told = new RecordedPeer();

  private WebRtcPeer shown(Host host, NativePhone phone, RecordedPeer to) {
    WebRtcPeer peer = open(host, to);
    connect(peer, to, phone);
    await().atMost(SOON).until(() -> phone.frames.get() > 2);
    return peer;
  }

  @Test
  void shouldChangeTheSizeWithinASecondAndLeaveOthersAlone() {
    // Given
    FakeScreen screen = FakeScreen.moving(1280, 720);
    Host host = closing(new Host(screen, VideoTest.settings(1280, "VP8")));
    NativePhone phone = closing(NativePhone.usual());
    NativePhone other = closing(NativePhone.usual());
    WebRtcPeer peer = shown(host, phone, told);
    shown(host, other, new RecordedPeer());
    int answers = told.answers.size();

    // When
    peer.show(View.USUAL.with(OptionalInt.of(640), OptionalInt.empty()));

    // Then
    await().atMost(A_SECOND).until(() -> phone.frameSize.equals("640x360"));
    assertThat(other.frameSize).isEqualTo("1280x720");
    assertThat(told.answers).as("no renegotiation").hasSize(answers);
    assertThat(screen.watched).as("one capture").hasValue(1);

    // When
    peer.show(View.USUAL);

    // Then
    await().atMost(A_SECOND).until(() -> phone.frameSize.equals("1280x720"));
  }

  @Test
  void shouldChangeTheSizeOfAStillScreen() {
    Host host = closing(new Host(FakeScreen.still(640, 480)));
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);
    await().atMost(SOON).until(() -> phone.frames.get() > 0);

    peer.show(View.USUAL.with(OptionalInt.of(320), OptionalInt.empty()));

    await().atMost(A_SECOND).until(() -> phone.frameSize.equals("320x240"));
  }

  @Test
  void shouldSendOnlyOnePartOfTheScreen() {
    // Given
    Host host = closing(new Host(FakeScreen.moving(800, 300), VideoTest.settings(1280, "VP8")));
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = shown(host, phone, told);

    // When
    peer.show(View.USUAL.of(Optional.of(new ScreenArea(400, 60, new ScreenSize(320, 200)))));

    // Then
    await().atMost(A_SECOND).until(() -> phone.frameSize.equals("320x200"));
  }

  @Test
  void shouldKeepToTheChoiceThatWasMadeBeforeTheOffer() {
    Host host = closing(new Host(FakeScreen.moving(640, 480)));
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    peer.show(View.USUAL.with(OptionalInt.of(320), OptionalInt.empty()));

    connect(peer, told, phone);

    await().atMost(SOON).until(() -> phone.frames.get() > 0);
    assertThat(phone.frameSize).isEqualTo("320x240");
  }

  @Test
  void shouldMeasureWhatItSends() throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.moving(1280, 720), VideoTest.settings(640, "VP8")));
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = shown(host, phone, told);
    figures(peer);

    // When
    await()
        .pollDelay(A_SECOND)
        .atMost(SOON)
        .until(() -> figures(peer).roundTrip().isPresent() && figures(peer).path().isPresent());
    int seen = phone.frames.get();
    await().atMost(SOON).until(() -> phone.frames.get() > seen + 30);
    VideoFigures figures = figures(peer);

    // Then
    System.out.println("figures: " + figures);
    assertThat(figures.framesPerSecond()).isBetween(5.0, 40.0);
    assertThat(figures.size()).hasValue(new ScreenSize(640, 360));
    assertThat(figures.codec()).hasValue("VP8");
    assertThat(figures.target().orElseThrow().kilobitsPerSecond()).isBetween(250, 5000);
    assertThat(figures.sent().orElseThrow().bitsPerSecond()).isPositive();
    assertThat(figures.quantiser().orElseThrow()).isBetween(0.0, 127.0);
    assertThat(figures.path()).hasValue(VideoFigures.Path.DIRECT);
    assertThat(figures.loss().orElseThrow()).isBetween(0.0, 1.0);
    assertThat(figures.times().convert().orElseThrow()).isPositive();
    assertThat(figures.times().scale().orElseThrow()).isPositive();
    assertThat(figures.times().encode().orElseThrow()).isPositive();
  }

  private static VideoFigures figures(WebRtcPeer peer) throws Exception {
    CompletableFuture<VideoFigures> measured = new CompletableFuture<>();
    peer.measure(measured::complete);
    return measured.get(5, TimeUnit.SECONDS);
  }
}
