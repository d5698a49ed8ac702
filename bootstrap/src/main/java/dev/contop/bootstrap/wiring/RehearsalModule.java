package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.DeriveTokenKey;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.MakeTokens;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.session.SessionPorts;
import dev.contop.application.session.Sessions;
import dev.contop.application.signaling.AnsweringOffers;
import dev.contop.application.signaling.PhoneDoor;
import dev.contop.application.signaling.PlayPhone;
import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.rehearsal.Rehearsal;
import dev.contop.domain.door.OriginRule;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.SessionMachine;
import dev.contop.signaling.PublicLimits;
import dev.contop.signaling.PublicListener;
import dev.contop.wire.SignalingCodec;
import java.util.Optional;

/**
 * The rehearsal before the first phone: the real adapters behind a door, a pairing desk and
 * sessions of its own.
 */
@Module
public final class RehearsalModule {

  private static final DeviceId DEVICE = new DeviceId("rehearsal");

  private RehearsalModule() {}

  @Provides
  static HostParts.Rehearsal rehearsal(
      SessionPorts ports,
      SessionMachine machine,
      WatchScreen screen,
      HostConfig config,
      Limits limits,
      OpenPeer openPeer,
      PlayPhone phones,
      MakeTokens tokens,
      DeriveTokenKey keys,
      DrawIds ids,
      ReadWallClock wallClock,
      ReadTicks clock,
      FindAddress addresses,
      HostIdentity identity) {
    Sessions sessions = new Sessions(machine, ports, screen, config.video(), limits);
    PairingDesk desk =
        new PairingDesk(
            tokens,
            keys,
            ids,
            wallClock,
            addresses,
            identity.fingerprint(),
            () -> 0,
            device -> sessions.end(device, EndCause.REPAIRED));
    PhoneDoor door =
        new PhoneDoor(desk, new AnsweringOffers(sessions, openPeer, ids), clock, new Counters());
    PublicListener listener =
        new PublicListener(
            "127.0.0.1",
            0,
            ListenersModule.PAGE,
            door,
            new SignalingCodec(),
            clock,
            PublicLimits.standard(),
            OriginRule.OWN_ONLY);
    Rehearsal rehearsal =
        new Rehearsal(
            listener, phones, () -> token(desk), () -> sessions.end(DEVICE, EndCause.HOST_STOPPED));
    return rehearsal::play;
  }

  private static String token(PairingDesk desk) {
    try {
      return desk.pair(Optional.of(DEVICE), ConnectionType.TEMPORARY).token().secret();
    } catch (PairingRefused full) {
      throw new IllegalStateException("A desk of one's own has room", full);
    }
  }
}
