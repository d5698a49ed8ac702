package dev.contop.webrtc;

import dev.contop.application.peer.ContractPhone;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.peer.PeerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class WebRtcPeersContractTest extends PeerContract {

  @SuppressWarnings("NullAway.Init")
  private static Host host;

  @BeforeAll
  static void start() {
    host = new Host(FakeScreen.moving(320, 240));
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Override
  protected OpenPeer peers() {
    return host.peers;
  }

  @Override
  protected ContractPhone newPhone() {
    return NativePhone.usual();
  }
}
