package dev.contop.webrtc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelsTest extends HostTest {

  @SuppressWarnings("NullAway.Init")
  private Host host;

  private final RecordedPeer told = new RecordedPeer();

  @BeforeEach
  void start() {
    host = closing(new Host(FakeScreen.still(320, 240)));
  }

  @Test
  void shouldCloseChannelsThatAreNotOurs() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    RTCDataChannel foreign = phone.openChannel("contop2", new RTCDataChannelInit());
    RTCDataChannel second = phone.openChannel("contop", new RTCDataChannelInit());

    // When
    connect(open(host, told), told, phone);

    // Then
    await().atMost(SOON).until(() -> foreign.getState() == RTCDataChannelState.CLOSED);
    await().atMost(SOON).until(() -> second.getState() == RTCDataChannelState.CLOSED);
    phone.say(ChannelLabel.RELIABLE, "fine".getBytes(UTF_8), false);
    await().atMost(SOON).until(() -> told.messages.contains("RELIABLE fine"));
  }

  @Test
  void shouldCloseChannelsThatAreNotAsTheyMustBe() {
    // Given
    NativePhone phone = closing(new NativePhone());
    RTCDataChannelInit lossy = new RTCDataChannelInit();
    lossy.maxRetransmits = 3;
    RTCDataChannel reliable = phone.openChannel("contop", lossy);
    RTCDataChannel fast = phone.openChannel("contop-fast", new RTCDataChannelInit());

    // When
    introduce(open(host, told), told, phone);

    // Then
    await().atMost(SOON).until(() -> reliable.getState() == RTCDataChannelState.CLOSED);
    await().atMost(SOON).until(() -> fast.getState() == RTCDataChannelState.CLOSED);
    assertThat(told.events).noneMatch(event -> event.startsWith("opened"));
  }

  @Test
  void shouldTakeTheLargestMessageAndNoLargerOne() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);

    // When
    phone.say(ChannelLabel.RELIABLE, filled(256 * 1024), false);
    phone.say(ChannelLabel.FAST, filled(4096), false);
    phone.say(ChannelLabel.FAST, filled(4097), false);
    peer.send(filled(256 * 1024 + 1));
    peer.send(filled(256 * 1024));
    peer.send("last".getBytes(UTF_8));

    // Then
    await().atMost(SOON).until(() -> told.messages.size() == 2);
    await().atMost(SOON).until(() -> told.drops.contains(Refusal.TOO_LARGE));
    await().atMost(SOON).until(() -> phone.heard.contains("last"));
    assertThat(phone.heard).hasSize(2);
    await().atMost(SOON).until(() -> told.written.get() == 3);
    assertThat(told.events).noneMatch(event -> event.startsWith("closed"));
  }

  @Test
  void shouldBearAFloodOfSmallMessages() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    connect(open(host, told), told, phone);

    // When
    byte[] message = "m".getBytes(UTF_8);
    for (int i = 0; i < 20_000; i++) {
      phone.say(ChannelLabel.RELIABLE, message, false);
    }

    // Then
    await().atMost(SOON).until(() -> told.messages.size() == 20_000);
    assertThat(told.overlaps).hasValue(0);
  }

  @Test
  void shouldHoldBackWhatTheChannelCannotTakeAndLoseNothing() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);

    // When
    for (int i = 0; i < 200; i++) {
      peer.send(filled(128 * 1024));
    }

    // Then
    AtomicInteger ahead = new AtomicInteger();
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(SOON)
        .until(
            () -> {
              // First what has arrived, so that the difference is at most too large.
              int arrived = phone.heard.size();
              ahead.accumulateAndGet(told.written.get() - arrived, Math::max);
              return arrived == 200;
            });
    // T17: what is under way is the channel's buffer and the network's, not all that there is.
    assertThat(ahead).hasValueLessThan(100);
    await().atMost(SOON).until(() -> told.written.get() == 200);
    // All at once would have been 25 MB, and the library closes a channel over 16.
    assertThat(told.events).noneMatch(event -> event.startsWith("closed"));
  }

  @Test
  void shouldGiveUpAPeerThatIsGivenMoreThanAnyWindow() {
    // Given
    WebRtcPeer peer = open(host, told);

    // When
    for (int i = 0; i < 10_000; i++) {
      peer.send(new byte[] {'x'});
    }

    // Then
    awaitGone(told);
    assertThat(told.events).contains("connectivity FAILED");
  }

  @Test
  void shouldKeepTextAsItIs() {
    // Given
    NativePhone phone = closing(NativePhone.usual());
    WebRtcPeer peer = open(host, told);
    connect(peer, told, phone);
    List<String> texts = List.of("", "é\u0000ö", "\ud83d\udc4d", "{\"a\":1}");

    // When
    texts.forEach(text -> peer.send(text.getBytes(UTF_8)));
    texts.forEach(text -> phone.say(ChannelLabel.RELIABLE, text.getBytes(UTF_8), false));

    // Then
    await().atMost(SOON).until(() -> phone.heard.size() == 4 && told.messages.size() == 4);
    assertThat(phone.heard).isEqualTo(texts);
    assertThat(told.messages).isEqualTo(texts.stream().map(text -> "RELIABLE " + text).toList());
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'a');
    return bytes;
  }
}
