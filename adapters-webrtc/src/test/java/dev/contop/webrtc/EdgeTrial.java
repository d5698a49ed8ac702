package dev.contop.webrtc;

import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.SessionDescription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A process of its own in which everything that a peer tells ends in a throw. Prints {@code lived}
 * when two connections of that kind, one after the other, have run their whole course.
 */
final class EdgeTrial {

  private static final Duration SOON = Duration.ofSeconds(20);

  private EdgeTrial() {}

  public static void main(String[] none) {
    try (Host host = new Host(FakeScreen.moving(320, 240))) {
      for (int i = 0; i < 2; i++) {
        live(host);
      }
    }
    System.out.println("lived");
    // The phone's factory is not given back, and its threads are not daemons.
    Runtime.getRuntime().halt(0);
  }

  private static void live(Host host) {
    RecordedPeer told = new RecordedPeer();
    NativePhone phone = NativePhone.usual();
    WebRtcPeer peer = (WebRtcPeer) host.peers.open(new PeerId("trial"), new ThrowingPeer(told));
    told.candidatesTo(phone::addCandidate);
    peer.negotiate(new SessionDescription("refuse this"));
    peer.negotiate(phone.offer());
    phone.candidatesTo(peer::addCandidate);
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    phone.accept(told.answers.get(0));
    await().atMost(SOON).until(() -> told.isOpen(ChannelLabel.FAST));
    await().atMost(SOON).until(() -> told.connectivity.contains(Connectivity.CONNECTED));
    phone.say(ChannelLabel.RELIABLE, "in".getBytes(StandardCharsets.UTF_8), false);
    phone.say(ChannelLabel.RELIABLE, new byte[] {1}, true);
    peer.send("out".getBytes(StandardCharsets.UTF_8));
    await().atMost(SOON).until(() -> !told.messages.isEmpty() && !told.drops.isEmpty());
    await().atMost(SOON).until(() -> phone.heard.contains("out") && told.written.get() == 1);
    phone.channel(ChannelLabel.FAST).close();
    await().atMost(SOON).until(() -> told.count("closed FAST") == 1);
    peer.close();
    await().atMost(SOON).until(() -> told.count("gone") == 1);
    phone.close();
  }
}
