package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.media.VideoCodec;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.SessionDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifeTest extends HostTest {

  @Test
  void shouldGrowNeitherThreadsNorHandlesOverManyConnections() throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.moving(320, 240)));
    connectAndLeave(host, 3);
    long threads = entries("/proc/self/task");
    long handles = entries("/proc/self/fd");

    // When
    connectAndLeave(host, 20);

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(entries("/proc/self/task")).isLessThanOrEqualTo(threads + 2);
              assertThat(entries("/proc/self/fd")).isLessThanOrEqualTo(handles + 2);
            });
    assertThat(host.peers.generationsMade()).isEqualTo(1);
    await().atMost(SOON).until(() -> host.returned.get() == 23);
  }

  @Test
  void shouldMakeTheFactoryAnewAfterManyMessagesButNeverUnderAnOpenPeer() throws Exception {
    // Given
    Host host =
        closing(
            new Host(FakeScreen.moving(320, 240), Host.settings(320, List.of(VideoCodec.VP8), 10)));
    RecordedPeer told = new RecordedPeer();
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);
    RecordedPeer toldToo = new RecordedPeer();
    NativePhone second = closing(NativePhone.usual());
    WebRtcPeer other = open(host, toldToo);
    connect(other, toldToo, second);

    // When
    for (int i = 0; i < 20; i++) {
      phone.say(ChannelLabel.RELIABLE, new byte[] {'x'}, false);
    }
    await().atMost(SOON).until(() -> told.messages.size() == 20);
    peer.close();
    awaitGone(told);

    // Then
    second.say(ChannelLabel.RELIABLE, new byte[] {'y'}, false);
    await().atMost(SOON).until(() -> toldToo.messages.contains("RELIABLE y"));
    assertThat(host.peers.generationsMade()).isEqualTo(1);
    assertThat(host.returned).as("nobody is held up for memory").hasValue(0);
    other.close();
    awaitGone(toldToo);
    await().atMost(SOON).until(() -> host.peers.generationsMade() == 2);
    connectAndLeave(host, 1);
    assertThat(host.peers.generationsMade()).isEqualTo(2);
  }

  @Test
  void shouldCloseAtEveryMomentOfAConnection() throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.moving(320, 240)));
    for (int i = 0; i < 30; i++) {
      RecordedPeer told = new RecordedPeer();
      NativePhone phone = NativePhone.usual();
      WebRtcPeer peer = open(host, told);
      told.candidatesTo(phone::addCandidate);
      peer.negotiate(phone.offer());
      phone.candidatesTo(peer::addCandidate);
      if (i % 3 > 0) {
        await().atMost(SOON).until(() -> !told.answers.isEmpty());
        phone.accept(told.answers.get(0));
      }
      long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(i);
      await().atMost(SOON).until(() -> System.nanoTime() > moment);

      // When
      peer.close();

      // Then
      awaitGone(told);
      assertThat(told.last()).contains("gone");
      phone.close();
    }
    connectAndLeave(host, 1);
  }

  @Test
  void shouldLetEverythingLeaveThatWasSentJustBefore() throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.still(320, 240)));
    RecordedPeer told = new RecordedPeer();
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);

    // When
    for (int i = 0; i < 20; i++) {
      peer.send(("m" + i).getBytes(StandardCharsets.UTF_8));
    }
    peer.close();
    awaitGone(told);

    // Then
    await().atMost(SOON).until(() -> phone.heard.size() == 20);
  }

  @Test
  void shouldNotWaitLongForAPhoneThatTakesNothing() throws Exception {
    // Given
    Host host = closing(new Host(FakeScreen.still(320, 240)));
    RecordedPeer told = new RecordedPeer();
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);
    phone.close();
    for (int i = 0; i < 40; i++) {
      peer.send(new byte[256 * 1024]);
    }
    long begun = System.nanoTime();

    // When
    peer.close();
    awaitGone(told);

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void shouldServeSeveralPhonesAtOnce() {
    // Given
    Host host = closing(new Host(FakeScreen.moving(320, 240)));

    // When // Then
    for (int i = 0; i < 4; i++) {
      RecordedPeer told = new RecordedPeer();
      NativePhone phone = closing(NativePhone.usual());
      connect(open(host, told), told, phone);
      await().atMost(SOON).until(() -> phone.frames.get() > 3);
    }
    assertThat(host.screen.watched).hasValue(1);
  }

  @Test
  void shouldTakeEveryPeerWithItWhenItCloses() {
    // Given
    Host host = new Host(FakeScreen.moving(320, 240));
    RecordedPeer connected = new RecordedPeer();
    NativePhone phone = closing(NativePhone.usual());
    connect(open(host, connected), connected, phone);
    RecordedPeer fresh = new RecordedPeer();
    open(host, fresh);

    // When
    host.close();

    // Then
    assertThat(connected.count("gone")).isEqualTo(1);
    assertThat(fresh.count("gone")).isEqualTo(1);
    assertThat(host.screen.readers()).isZero();
    RecordedPeer late = new RecordedPeer();
    host.peers.open(new PeerId("late"), late).negotiate(new SessionDescription("v=0"));
    awaitGone(late);
    await()
        .atMost(SOON)
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("webrtc-")));
  }

  private static void connectAndLeave(Host host, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      RecordedPeer told = new RecordedPeer();
      NativePhone phone = NativePhone.usual();
      WebRtcPeer peer = open(host, told);
      connect(peer, told, phone);
      await().atMost(SOON).until(() -> told.connectivity.contains(Connectivity.CONNECTED));
      peer.close();
      awaitGone(told);
      phone.close();
    }
  }

  private static long entries(String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      return all.count();
    }
  }
}
