package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.media.VideoCodec;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.IceServer;
import dev.contop.domain.signaling.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link IceServer} lets pass must not end the process (T80). */
class IceServersWithTheLibraryTest extends HostTest {

  @Test
  void shouldMakePeersWithEveryServerThatCanBeMade() {
    // Given
    Random seeded = new Random(17);
    String alphabet = "ab1.-_[]:0";
    List<IceServer> servers = new ArrayList<>();
    while (servers.size() < 60) {
      StringBuilder host = new StringBuilder();
      for (int i = 1 + seeded.nextInt(8); i > 0; i--) {
        host.append(alphabet.charAt(seeded.nextInt(alphabet.length())));
      }
      String tail = List.of("", ":1", ":65535", "?transport=udp").get(seeded.nextInt(4));
      String scheme = List.of("stun", "stuns", "turn", "turns").get(seeded.nextInt(4));
      String text = scheme + ":" + host + tail + (scheme.startsWith("turn") ? ",u,p" : "");
      if (IceServer.parse(text) instanceof IceServer.Parsed.Valid valid) {
        servers.add(valid.server());
      }
    }
    List<String> more = List.of("stun:[::1]:9", "turn:[::ffff:127.0.0.1]?transport=tcp,u,p");
    for (String text : more) {
      servers.add(((IceServer.Parsed.Valid) IceServer.parse(text)).server());
    }

    // When
    for (IceServer server : servers) {
      answers(List.of(server), false);
    }

    // Then
    answers(servers, false);
  }

  @Test
  void shouldGatherNothingButRelaysWhenToldSo() {
    // When
    RecordedPeer told = answers(List.of(), true);

    // Then
    await().atMost(SOON).until(() -> told.candidates.contains(IceCandidate.END));
    assertThat(told.candidates).containsExactly(IceCandidate.END);
  }

  private RecordedPeer answers(List<IceServer> servers, boolean relayOnly) {
    WebRtcSettings usual = Host.settings(320, List.of(VideoCodec.VP8), 1_000_000);
    Host host =
        new Host(
            FakeScreen.still(320, 240),
            new WebRtcSettings(usual.video(), servers, relayOnly, 1_000_000));
    RecordedPeer told = new RecordedPeer();
    WebRtcPeer peer = open(host, told);
    peer.negotiate(new SessionDescription(SdpHintsTest.chromiumOffer()));
    await().atMost(SOON).until(() -> !told.answers.isEmpty());
    if (relayOnly) {
      closing(host);
    } else {
      host.close();
    }
    return told;
  }
}
