package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.DeriveTokenKey;
import dev.contop.application.pairing.DeviceRegister;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.KeepDevices;
import dev.contop.application.pairing.MakeTokens;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.session.SessionPorts;
import dev.contop.application.session.Sessions;
import dev.contop.application.signaling.AnsweringOffers;
import dev.contop.application.signaling.DoorTerms;
import dev.contop.application.signaling.ObservePhones;
import dev.contop.application.signaling.PhoneDoor;
import dev.contop.application.signaling.PlayPhone;
import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.rehearsal.Rehearsal;
import dev.contop.domain.door.OriginRule;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.SessionMachine;
import dev.contop.signaling.PublicLimits;
import dev.contop.signaling.PublicListener;
import dev.contop.wire.SignalingCodec;
import java.util.List;
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
      Schedule schedule,
      FindAddress addresses,
      HostIdentity identity,
      DoorTerms terms) {
    Sessions sessions = new Sessions(machine, ports, screen, config.video(), limits);
    // Nobody is to hear of this phone: it is not kept, not written down, and gone in a second.
    DeviceRegister register =
        new DeviceRegister(
            new NowhereKept(),
            wallClock,
            schedule,
            Runnable::run,
            (device, cause) -> sessions.end(device, cause),
            (entry, about, observer) -> observer.written());
    PairingDesk desk =
        new PairingDesk(
            tokens, keys, ids, wallClock, addresses, identity.fingerprint(), () -> 0, register);
    PhoneDoor door =
        new PhoneDoor(
            desk,
            new AnsweringOffers(sessions, openPeer, ids, new Unheard()),
            clock,
            new Counters(),
            terms);
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
            listener,
            phones,
            DEVICE,
            () -> keys.derive(token(desk)),
            identity.fingerprint(),
            terms.hash(),
            () -> sessions.end(DEVICE, EndCause.HOST_STOPPED));
    return rehearsal::play;
  }

  /** Tells nobody of this phone. */
  private static final class Unheard implements ObservePhones {
    @Override
    public void connected(DeviceId device, Role role) {}

    @Override
    public void parted(DeviceId device, boolean connected) {}

    @Override
    public void refusedRepeatedly(String address) {}
  }

  /** Keeps no device. */
  private static final class NowhereKept implements KeepDevices {
    @Override
    public List<Device> load() {
      return List.of();
    }

    @Override
    public void save(List<Device> devices) {}
  }

  private static Token token(PairingDesk desk) {
    try {
      return desk.pair(Optional.of(DEVICE), ConnectionType.TEMPORARY).token();
    } catch (PairingRefused full) {
      throw new IllegalStateException("A desk of one's own has room", full);
    }
  }
}
