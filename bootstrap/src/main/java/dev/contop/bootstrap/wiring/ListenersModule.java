package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.door.RecognizeCaller;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.time.ReadTicks;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.domain.door.Secret;
import dev.contop.os.door.AdminHeaderFile;
import dev.contop.os.door.SocketOwners;
import dev.contop.os.files.StoreUnusable;
import dev.contop.signaling.AdminListener;
import dev.contop.signaling.ConnectionInfo;
import dev.contop.signaling.PublicLimits;
import dev.contop.signaling.PublicListener;
import dev.contop.signaling.StartFailed;
import dev.contop.wire.PairingCodec;
import dev.contop.wire.SignalingCodec;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listener that phones reach, and the one that only this machine does. */
@Module
public final class ListenersModule {

  /** Where the page is on the class path. */
  static final String PAGE = "dev/contop/web/page";

  private static final Logger LOG = LoggerFactory.getLogger(ListenersModule.class);

  private ListenersModule() {}

  @Provides
  @Singleton
  static HostParts.Listeners listeners(
      HostConfig config,
      AcceptPhones phones,
      PairPhone pairing,
      HostIdentity identity,
      FindAddress addresses,
      RecognizeCaller callers,
      ReadTicks clock) {
    Secret secret = AdminHeaderFile.draw();
    PublicListener open =
        new PublicListener(
            config.bind(),
            config.port(),
            PAGE,
            phones,
            new SignalingCodec(),
            clock,
            PublicLimits.standard());
    AdminListener loopback =
        new AdminListener(
            config.adminPort(),
            pairing,
            new PairingCodec(),
            () -> new ConnectionInfo(addresses.host(), open.port(), identity.fingerprint()),
            callers,
            secret);
    return new Both(open, loopback, secret, config.dataFolder());
  }

  @Provides
  static RecognizeCaller callers() {
    return new SocketOwners();
  }

  private record Both(PublicListener open, AdminListener loopback, Secret secret, Path dataFolder)
      implements HostParts.Listeners {

    @Override
    public void start() throws StartRefused {
      try {
        open.start();
        loopback.start();
        AdminHeaderFile.write(dataFolder, secret);
      } catch (StartFailed | StoreUnusable failed) {
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
    public void stop() {
      loopback.stop();
      open.stop();
      try {
        AdminHeaderFile.remove(dataFolder);
      } catch (IOException left) {
        LOG.warn("The file {} could not be removed", AdminHeaderFile.NAME, left);
      }
    }
  }
}
