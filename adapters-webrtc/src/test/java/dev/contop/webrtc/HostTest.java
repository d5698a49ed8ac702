package dev.contop.webrtc;

import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.PeerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What tests of the real adapter have in common: phones, and everything closed at the end. */
@Timeout(120)
abstract class HostTest {

  static final Duration SOON = Duration.ofSeconds(15);

  static {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(4));
    Awaitility.setDefaultPollDelay(Duration.ZERO);
  }

  private final List<AutoCloseable> toClose = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = toClose.size() - 1; i >= 0; i--) {
      toClose.get(i).close();
    }
  }

  <T extends AutoCloseable> T closing(T one) {
    toClose.add(one);
    return one;
  }

  static WebRtcPeer open(Host host, RecordedPeer told) {
    return (WebRtcPeer) host.peers.open(new PeerId("test"), told);
  }

  /** Lets both find each other, without waiting for anything but the answer. */
  static void introduce(WebRtcPeer peer, RecordedPeer told, NativePhone phone) {
    told.candidatesTo(phone::addCandidate);
    peer.negotiate(phone.offer());
    phone.candidatesTo(peer::addCandidate);
    await().atMost(SOON).until(() -> !told.answers.isEmpty() || !told.refusals.isEmpty());
    phone.accept(told.answers.get(0));
  }

  static void connect(WebRtcPeer peer, RecordedPeer told, NativePhone phone) {
    introduce(peer, told, phone);
    await()
        .atMost(SOON)
        .until(() -> told.isOpen(ChannelLabel.RELIABLE) && told.isOpen(ChannelLabel.FAST));
  }

  static void awaitGone(RecordedPeer told) {
    await().atMost(SOON).until(() -> told.count("gone") == 1);
  }
}
