package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.desk.MeasureVideo;
import dev.contop.application.desk.OverseeSessions;
import dev.contop.application.desk.ReadAuditTail;
import dev.contop.application.door.RecognizeCaller;
import dev.contop.application.notice.Announcing;
import dev.contop.application.pairing.AnnouncedPairing;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.application.pairing.ShowOffer;
import dev.contop.application.recording.RecordPhones;
import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.still.TakeStill;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.bootstrap.config.DoorSettings;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.domain.door.Secret;
import dev.contop.os.door.AdminHeaderFile;
import dev.contop.os.door.SocketOwners;
import dev.contop.os.files.StoreUnusable;
import dev.contop.os.tls.TlsFiles;
import dev.contop.os.tls.TlsUnusable;
import dev.contop.signaling.AdminListener;
import dev.contop.signaling.AdminPages;
import dev.contop.signaling.AdminUses;
import dev.contop.signaling.ConnectionInfo;
import dev.contop.signaling.PublicLimits;
import dev.contop.signaling.PublicListener;
import dev.contop.signaling.StartFailed;
import dev.contop.wire.PairingCodec;
import dev.contop.wire.SignalingCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listener that phones reach, and the one that only this machine does. */
@Module
public final class ListenersModule {

  /** Where the page is on the class path. */
  static final String PAGE = "dev/contop/web/page";

  /** Where the dashboard is on the class path. */
  static final AdminPages ADMIN_PAGES =
      new AdminPages("dev/contop/web/desk", "dev/contop/web/recordings");

  /** A phone may say so much at once as otherwise in this many seconds. */
  private static final int BURST_SECONDS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(ListenersModule.class);

  private ListenersModule() {}

  @Provides
  @Singleton
  static HostParts.Listeners listeners(
      HostConfig config,
      AcceptPhones phones,
      PairPhone pairing,
      Announcing announcing,
      ShowOffer newest,
      RevokeDevice revoke,
      ListDevices devices,
      TakeStill stills,
      MeasureVideo video,
      RecordPhones recordings,
      OverseeSessions sessions,
      ReadAuditTail audit,
      HostIdentity identity,
      FindAddress addresses,
      RecognizeCaller callers,
      ReadTicks clock,
      ReadWallClock wallClock) {
    Secret secret = AdminHeaderFile.draw();
    PublicListener open =
        new PublicListener(
            config.bind(),
            config.port(),
            PAGE,
            phones,
            new SignalingCodec(),
            clock,
            limits(config.door()),
            config.door().origins());
    AdminListener loopback =
        new AdminListener(
            config.adminPort(),
            ADMIN_PAGES,
            new AdminUses(
                new AnnouncedPairing(pairing, announcing),
                newest,
                revoke,
                devices,
                stills,
                video,
                recordings,
                sessions,
                audit,
                () ->
                    new ConnectionInfo(
                        addresses.host(),
                        addresses.port().orElseGet(open::port),
                        addresses.tailscale(),
                        identity.fingerprint(),
                        identity.expiresAt())),
            new PairingCodec(config.isEncrypted()),
            callers,
            secret);
    return new Both(open, loopback, secret, config, wallClock);
  }

  @Provides
  static RecognizeCaller callers() {
    return new SocketOwners();
  }

  private static PublicLimits limits(DoorSettings door) {
    PublicLimits standard = PublicLimits.standard();
    return new PublicLimits(
        door.connections(),
        door.connectionsPerBlock(),
        door.handshakeWithin(),
        standard.messageBytes(),
        BURST_SECONDS * door.messages(),
        Duration.ofSeconds(1).dividedBy(door.messages()),
        standard.waitingMessages(),
        standard.waitingBytes(),
        standard.unsentBytes(),
        standard.idle(),
        standard.closeWithin());
  }

  /** Both listeners, and the files that one is encrypted with and the other's owner is known by. */
  private static final class Both implements HostParts.Listeners {
    private final PublicListener open;
    private final AdminListener loopback;
    private final Secret secret;
    private final HostConfig config;
    private final ReadWallClock clock;
    private Optional<TlsFiles> tls = Optional.empty();

    Both(
        PublicListener open,
        AdminListener loopback,
        Secret secret,
        HostConfig config,
        ReadWallClock clock) {
      this.open = open;
      this.loopback = loopback;
      this.secret = secret;
      this.config = config;
      this.clock = clock;
    }

    @Override
    public void start() throws StartRefused {
      try {
        if (config.door().tls().isPresent()) {
          DoorSettings.Tls files = config.door().tls().get();
          tls = Optional.of(TlsFiles.open(files.certificate(), files.key(), clock));
        }
        open.start(tls.map(TlsFiles::context));
        loopback.start();
        AdminHeaderFile.write(config.dataFolder(), secret);
      } catch (StartFailed | StoreUnusable | TlsUnusable failed) {
        stop();
        throw StartRefused.because(failed);
      }
    }

    @Override
    public int port() {
      return open.port();
    }

    @Override
    public int adminPort() {
      return loopback.port();
    }

    @Override
    public Optional<Secret> ownersSecret() {
      return SocketOwners.areTold() ? Optional.empty() : Optional.of(secret);
    }

    @Override
    public boolean isEncrypted() {
      return config.isEncrypted();
    }

    @Override
    public void stop() {
      loopback.stop();
      open.stop();
      tls.ifPresent(TlsFiles::close);
      tls = Optional.empty();
      try {
        AdminHeaderFile.remove(config.dataFolder());
      } catch (IOException left) {
        LOG.warn("The file {} could not be removed", AdminHeaderFile.NAME, left);
      }
    }
  }
}
