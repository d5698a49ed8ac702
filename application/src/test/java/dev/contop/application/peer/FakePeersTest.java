package dev.contop.application.peer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;

class FakePeersTest extends PeerContract {

  private static final ExecutorService SERIAL = Executors.newSingleThreadExecutor();

  private final FakePeers peers = new FakePeers(SERIAL);

  @Override
  protected OpenPeer peers() {
    return peers;
  }

  @Override
  protected ContractPhone newPhone() {
    return peers.newPhone();
  }

  @AfterAll
  static void stop() {
    SERIAL.shutdownNow();
  }
}
