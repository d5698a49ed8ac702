package dev.contop.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.contop.application.agent.ConsultAgent;
import dev.contop.application.agent.ShellAgent;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.command.RunCommand;
import dev.contop.application.desk.FigureLog;
import dev.contop.application.desk.MeasureVideo;
import dev.contop.application.desk.OverseeSessions;
import dev.contop.application.desk.SessionDesk;
import dev.contop.application.desk.VideoDesk;
import dev.contop.application.device.ControlDevice;
import dev.contop.application.input.InputDesk;
import dev.contop.application.metrics.Counters;
import dev.contop.application.metrics.RefusalLog;
import dev.contop.application.notice.Announcing;
import dev.contop.application.pairing.AuditedPairing;
import dev.contop.application.pairing.DeriveTokenKey;
import dev.contop.application.pairing.DeviceRegister;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.MakeTokens;
import dev.contop.application.pairing.NewestOffer;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.pairing.ShowOffer;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.recording.RecordedPhones;
import dev.contop.application.recording.RecordingDesk;
import dev.contop.application.screen.MonitorDesk;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.session.SessionPorts;
import dev.contop.application.session.Sessions;
import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.signaling.AnsweringOffers;
import dev.contop.application.signaling.DoorTerms;
import dev.contop.application.signaling.NotingPhones;
import dev.contop.application.signaling.PhoneDoor;
import dev.contop.application.still.TakeStill;
import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.domain.confirmation.HashBytes;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.limits.ConfirmationLimits;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Moment;
import dev.contop.domain.session.SessionMachine;
import dev.contop.wire.EnvelopeCodec;
import javax.inject.Provider;
import javax.inject.Singleton;

/** The use cases: sessions, pairing, and the door for phones. */
@Module(
    includes = {PolicyModule.class, DevicesModule.class, BindingModule.class, StillsModule.class})
public abstract class SessionsModule {

  private SessionsModule() {}

  @Provides
  static Limits limits(HostConfig config) {
    Limits standard = Limits.standard();
    ConfirmationLimits confirmations = standard.confirmations();
    return standard
        .withSessionLife(config.sessionLife())
        .with(
            new ConfirmationLimits(
                config.confirmWithin(), confirmations.open(), confirmations.remembered()));
  }

  @Provides
  static ConsultAgent agent() {
    return new ShellAgent();
  }

  @Provides
  @Singleton
  static Counters counters() {
    return new Counters();
  }

  @Provides
  @Singleton
  static Pools pools() {
    return new Pools();
  }

  @Provides
  static SessionPorts sessionPorts(
      RunCommand run,
      InputDesk input,
      ConsultAgent agent,
      WriteAudit audit,
      ControlDevice device,
      TakeStill stills,
      MonitorDesk monitors,
      Counters counters,
      ReadTicks clock,
      ReadWallClock wall,
      Schedule schedule,
      DrawIds ids,
      Pools pools) {
    EnvelopeCodec codec = new EnvelopeCodec();
    return new SessionPorts(
        codec::read,
        envelope -> codec.write(envelope, new Moment(clock.now(), wall.now())),
        run,
        input,
        agent,
        audit,
        device,
        stills,
        monitors,
        new RefusalLog(counters, clock),
        counters,
        clock,
        schedule,
        ids,
        pools.sessions());
  }

  @Provides
  static SessionMachine sessionMachine(
      Limits limits, CommandPolicy policy, HashBytes hash, HostConfig config) {
    return new SessionMachine(limits, policy, hash, config.video());
  }

  @Provides
  @Singleton
  static Sessions sessions(
      SessionMachine machine,
      SessionPorts ports,
      WatchScreen screen,
      HostConfig config,
      Limits limits) {
    return new Sessions(machine, ports, screen, config.video(), limits);
  }

  @Provides
  static MeasureVideo measureVideo(Sessions sessions, Schedule schedule) {
    return new VideoDesk(sessions, schedule);
  }

  @Provides
  static FigureLog figureLog(MeasureVideo video, Schedule schedule) {
    return new FigureLog(video, schedule);
  }

  @Provides
  static OverseeSessions overseeSessions(Sessions sessions) {
    return new SessionDesk(sessions);
  }

  @Provides
  @Singleton
  static PairingDesk pairingDesk(
      MakeTokens tokens,
      DeriveTokenKey keys,
      DrawIds ids,
      ReadWallClock clock,
      FindAddress addresses,
      HostIdentity identity,
      Provider<HostParts.Listeners> listeners,
      DeviceRegister register) {
    return new PairingDesk(
        tokens,
        keys,
        ids,
        clock,
        addresses,
        identity.fingerprint(),
        () -> listeners.get().port(),
        register);
  }

  @Provides
  @Singleton
  static NewestOffer newestOffer(
      PairingDesk desk, WriteAudit audit, DeviceRegister register, Schedule schedule) {
    return new NewestOffer(new AuditedPairing(desk, audit), register, schedule);
  }

  @Binds
  abstract PairPhone pairPhone(NewestOffer newest);

  @Binds
  abstract ShowOffer showOffer(NewestOffer newest);

  @Provides
  @Singleton
  static PhoneDoor phoneDoor(
      PairingDesk desk,
      Sessions sessions,
      OpenPeer openPeer,
      DrawIds ids,
      ReadTicks clock,
      Counters counters,
      Announcing announcing,
      DoorTerms terms,
      RecordingDesk recordings,
      HostConfig config) {
    return new PhoneDoor(
        desk,
        new AnsweringOffers(
            sessions,
            openPeer,
            ids,
            new RecordedPhones(new NotingPhones(desk, announcing), recordings)),
        clock,
        counters,
        terms,
        config.door().failedAttempts());
  }

  @Binds
  abstract AcceptPhones acceptPhones(PhoneDoor door);
}
