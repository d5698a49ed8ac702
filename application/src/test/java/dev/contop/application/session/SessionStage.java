package dev.contop.application.session;

import dev.contop.application.agent.ShellAgent;
import dev.contop.application.audit.KeptAudit;
import dev.contop.application.command.ObserveCommand;
import dev.contop.application.command.RunCommand;
import dev.contop.application.command.RunningCommand;
import dev.contop.application.device.FakeDevice;
import dev.contop.application.input.InjectInput;
import dev.contop.application.input.InputDesk;
import dev.contop.application.metrics.Counters;
import dev.contop.application.metrics.RefusalLog;
import dev.contop.application.peer.Peer;
import dev.contop.application.screen.MonitorDesk;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.still.StillsOnHold;
import dev.contop.application.time.CountedIds;
import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.ManualSchedule;
import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.media.View;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionMachine;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sessions with everything around them played by fakes; one thread, and time stands still. */
public final class SessionStage {

  public static final DeviceId DEVICE = new DeviceId("phone");

  public final FakeTicks clock = new FakeTicks();
  public final ManualSchedule schedule = new ManualSchedule(clock);
  public final StepByStep pool = new StepByStep();
  public final StepByStep inputPool = new StepByStep();
  public final Counters counters = new Counters();
  public final KeptAudit audit = new KeptAudit();
  public final FakeDevice device = new FakeDevice();
  public final List<Monitor> monitors = new ArrayList<>();
  public final StillsOnHold stills = new StillsOnHold();
  public final FakeWire wire = new FakeWire();
  public final CountedIds ids = new CountedIds();
  public final List<Started> commands = new ArrayList<>();
  public final List<InputAction> inputs = new ArrayList<>();
  public final List<HeldInputs> releases = new ArrayList<>();
  public final Sessions sessions;

  /** A command that was started, and what it says of itself. */
  public static final class Started implements RunningCommand {
    public final AuthorizedCommand command;
    public final ObserveCommand observer;
    public int kills;

    Started(AuthorizedCommand command, ObserveCommand observer) {
      this.command = command;
      this.observer = observer;
    }

    @Override
    public void kill() {
      kills++;
    }
  }

  /** A peer that remembers what it was asked to do. */
  public static final class RecordedPeer implements Peer {
    public final List<byte[]> sent = new ArrayList<>();
    public final List<SessionDescription> offers = new ArrayList<>();
    public final List<IceCandidate> candidates = new ArrayList<>();
    public final List<View> views = new ArrayList<>();
    public final List<Consumer<VideoFigures>> measurements = new ArrayList<>();
    public int closings;

    @Override
    public void negotiate(SessionDescription offer) {
      offers.add(offer);
    }

    @Override
    public void addCandidate(IceCandidate candidate) {
      candidates.add(candidate);
    }

    @Override
    public void send(byte[] utf8) {
      sent.add(utf8);
    }

    @Override
    public void show(View view) {
      views.add(view);
    }

    @Override
    public void measure(Consumer<VideoFigures> told) {
      measurements.add(told);
    }

    @Override
    public void close() {
      closings++;
    }
  }

  public SessionStage() {
    this(new AsksBeforeTouch());
  }

  public SessionStage(CommandPolicy policy) {
    this(policy, Limits.standard());
  }

  public SessionStage(CommandPolicy policy, Limits limits) {
    SessionPorts ports = ports();
    this.sessions =
        new Sessions(
            new SessionMachine(limits, policy, new JavaHash()),
            ports,
            screen(),
            VideoSettings.standard(),
            limits);
  }

  /** The device's session with a peer whose channel is open. */
  public OpenSession connected(PeerId id, RecordedPeer peer) {
    return connected(DEVICE, id, peer);
  }

  public OpenSession connected(DeviceId device, PeerId id, RecordedPeer peer) {
    OpenSession session = sessions.of(device, ConnectionType.TEMPORARY);
    session.connect(id, peer, () -> counters.count("signaling closed"));
    session.post(new SessionEvent.PeerAnswered(id, ConnectionType.TEMPORARY));
    session.post(new SessionEvent.ChannelOpened(id, ChannelLabel.RELIABLE));
    pool.runAll();
    return session;
  }

  /** A message from the phone arrives and is worked on. */
  public void hears(OpenSession session, PeerId peer, PhoneMessage message) {
    session.received(peer, ChannelLabel.RELIABLE, wire.bytesOf(message));
    pool.runAll();
    inputPool.runAll();
    pool.runAll();
  }

  /** What a peer was given to send. */
  public List<HostMessage> said(RecordedPeer peer) {
    return peer.sent.stream().map(bytes -> wire.meaningOf(bytes).message()).toList();
  }

  public <M extends HostMessage> List<M> said(RecordedPeer peer, Class<M> kind) {
    return said(peer).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Time passes, and whatever falls due is worked on. */
  public void pass(Duration duration) {
    Duration step = Duration.ofMillis(100);
    Duration left = duration;
    while (!left.isZero()) {
      Duration now = left.compareTo(step) < 0 ? left : step;
      schedule.pass(now);
      pool.runAll();
      left = left.minus(now);
    }
  }

  private SessionPorts ports() {
    return new SessionPorts(
        wire,
        wire,
        commandsOf(),
        new InputDesk(injecting(), clock, inputPool),
        new ShellAgent(),
        audit,
        device,
        stills,
        new MonitorDesk(() -> monitors, inputPool),
        new RefusalLog(counters, clock),
        counters,
        clock,
        schedule,
        ids,
        pool);
  }

  private RunCommand commandsOf() {
    return (ExecutionId execution,
        AuthorizedCommand command,
        int outputLimit,
        ObserveCommand observer) -> {
      Started started = new Started(command, observer);
      commands.add(started);
      return started;
    };
  }

  private InjectInput injecting() {
    return new InjectInput() {
      @Override
      public void inject(InputAction action) {
        inputs.add(action);
      }

      @Override
      public void release(HeldInputs held) {
        releases.add(held);
      }
    };
  }

  private static WatchScreen screen() {
    return new WatchScreen() {
      @Override
      public Watching watch(ReadFrames reader) {
        throw new UnsupportedOperationException("Nobody watches here");
      }

      @Override
      public void glimpse(ReadFrames reader) {
        throw new UnsupportedOperationException("Nobody looks here");
      }

      @Override
      public ScreenSize size() {
        return new ScreenSize(1280, 720);
      }
    };
  }
}
