package dev.contop.application.session;

import dev.contop.application.peer.Peer;
import dev.contop.application.screen.WatchScreen;
import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.Glance;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionId;
import dev.contop.domain.session.SessionMachine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The sessions that exist: one a device, made when first needed. Any thread. */
public final class Sessions {

  private final SessionMachine machine;
  private final SessionPorts ports;
  private final WatchScreen screen;
  private final VideoSettings video;
  private final Limits limits;
  private final Map<DeviceId, OpenSession> open = new HashMap<>();
  private volatile Optional<String> lost = Optional.empty();

  public Sessions(
      SessionMachine machine,
      SessionPorts ports,
      WatchScreen screen,
      VideoSettings video,
      Limits limits) {
    this.machine = machine;
    this.ports = ports;
    this.screen = screen;
    this.video = video;
    this.limits = limits;
  }

  /** The session of a device that may drive the desktop; begun now if there is none. */
  public OpenSession of(DeviceId device, ConnectionType connection) {
    return of(device, connection, Role.CONTROL);
  }

  /** The session of {@code device}; begun now if there is none. */
  public OpenSession of(DeviceId device, ConnectionType connection, Role role) {
    synchronized (open) {
      return open.computeIfAbsent(device, unused -> begin(device, connection, role));
    }
  }

  public Optional<OpenSession> find(DeviceId device) {
    synchronized (open) {
      return Optional.ofNullable(open.get(device));
    }
  }

  /** How all of them stand now, by device. */
  public Map<DeviceId, Glance> glances() {
    Map<DeviceId, Glance> glances = new HashMap<>();
    all().forEach(session -> glances.put(session.device(), session.glance()));
    return glances;
  }

  /** The peers whose channels are open now, by device. */
  public Map<DeviceId, Peer> livePeers() {
    Map<DeviceId, Peer> peers = new HashMap<>();
    all()
        .forEach(
            session -> session.livePeer().ifPresent(peer -> peers.put(session.device(), peer)));
    return peers;
  }

  /** The screen's size has changed: coordinates follow (T62). */
  public void screenResized(ScreenSize captured) {
    all().forEach(session -> session.post(new SessionEvent.ScreenResized(captured)));
  }

  /** The screen cannot be read, for that reason, or can again. */
  public void screenStatusChanged(Optional<String> reason) {
    lost = reason;
    all().forEach(session -> session.post(new SessionEvent.ScreenStatusChanged(reason)));
  }

  public void end(DeviceId device, EndCause cause) {
    find(device).ifPresent(session -> session.post(new SessionEvent.EndRequested(cause)));
  }

  /**
   * Ends all sessions and waits until nothing of them runs any more.
   *
   * @return whether all had ended within {@code atMost}
   */
  public boolean endAll(EndCause cause, Duration atMost) throws InterruptedException {
    all().forEach(session -> session.post(new SessionEvent.EndRequested(cause)));
    long left = atMost.toNanos();
    long until = ports.clock().now().nanos() + left;
    synchronized (open) {
      while (!open.isEmpty() && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(open, left);
        left = until - ports.clock().now().nanos();
      }
      return open.isEmpty();
    }
  }

  private OpenSession begin(DeviceId device, ConnectionType connection, Role role) {
    SessionId id = new SessionId(ports.ids().draw().toString());
    Session begun =
        Session.begun(
            ports.ids().draw(),
            connection,
            role,
            geometry(screen.size()),
            ports.device().isKeptAwake(),
            limits,
            ports.clock().now());
    OpenSession session = new OpenSession(device, id, begun, machine, ports, this::forget);
    Optional<String> reason = lost;
    if (reason.isPresent()) {
      session.post(new SessionEvent.ScreenStatusChanged(reason));
    }
    // Its first look at the clock: it ends by itself even if its phone never comes.
    session.post(new SessionEvent.TimePassed());
    return session;
  }

  private void forget(OpenSession over, EndCause cause) {
    ports.counters().count("session.ended." + cause.code());
    synchronized (open) {
      open.remove(over.device(), over);
      open.notifyAll();
    }
  }

  private ScreenGeometry geometry(ScreenSize captured) {
    return new ScreenGeometry(captured, captured.fittedTo(video.maxWidth()));
  }

  private List<OpenSession> all() {
    synchronized (open) {
      return List.copyOf(open.values());
    }
  }
}
