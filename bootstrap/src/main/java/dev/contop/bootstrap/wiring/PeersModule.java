package dev.contop.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.signaling.PlayPhone;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.os.memory.MallocTrim;
import dev.contop.webrtc.WebRtcPeers;
import dev.contop.webrtc.WebRtcSettings;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.inject.Singleton;

/** Real WebRTC connections. */
@Module
public abstract class PeersModule {

  private PeersModule() {}

  @Provides
  @Singleton
  static WebRtcPeers webRtcPeers(
      HostConfig config,
      HostIdentity identity,
      WatchScreen screen,
      ReadTicks clock,
      Schedule schedule) {
    WebRtcSettings usual = WebRtcSettings.standard();
    WebRtcSettings settings =
        new WebRtcSettings(
            config.video(), config.iceServers(), config.relayOnly(), usual.recycleAfter());
    return new WebRtcPeers(settings, identity, screen, clock, schedule, new MallocTrim());
  }

  @Binds
  abstract OpenPeer openPeer(WebRtcPeers peers);

  @Binds
  abstract PlayPhone playPhone(WebRtcPeers peers);

  @Provides
  @Singleton
  static HostParts.Peers peers(WebRtcPeers peers) {
    return new Library(peers);
  }

  /** The library loads while everything else starts; {@code awaitWarm} joins the two. */
  private static final class Library implements HostParts.Peers {
    private final WebRtcPeers peers;
    private Optional<CompletableFuture<Void>> warming = Optional.empty();

    Library(WebRtcPeers peers) {
      this.peers = peers;
    }

    @Override
    public void warmUp() {
      warming = Optional.of(peers.warmUp());
    }

    @Override
    public void awaitWarm() throws StartRefused {
      try {
        warming.ifPresent(CompletableFuture::join);
      } catch (CompletionException | CancellationException unusable) {
        Throwable cause = Optional.ofNullable(unusable.getCause()).orElse(unusable);
        throw StartRefused.because(cause);
      }
    }

    @Override
    public void close() {
      peers.close();
    }
  }
}
