package dev.contop.application.session;

import dev.contop.application.peer.Peer;
import dev.contop.domain.audit.About;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.Glance;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionId;
import dev.contop.domain.session.SessionMachine;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A session of a device, as the rest of the application sees it. Any thread; nothing blocks. */
public final class OpenSession {

  private final DeviceId device;
  private final SessionPorts ports;
  private final SessionEffects effects;
  private final SessionLoop loop;

  OpenSession(
      DeviceId device,
      SessionId id,
      Session begun,
      SessionMachine machine,
      SessionPorts ports,
      BiConsumer<OpenSession, EndCause> over) {
    this.device = device;
    this.ports = ports;
    About about = About.session(device, id);
    this.effects = new SessionEffects(ports, about, this::post, cause -> over.accept(this, cause));
    this.loop =
        new SessionLoop(
            begun, machine, effects, ports.decode(), ports.clock(), ports.schedule(), ports.pool());
  }

  public DeviceId device() {
    return device;
  }

  /** How it stands now. */
  public Glance glance() {
    return loop.glance();
  }

  /** A peer of this session that has not gone. */
  public Optional<Peer> peer(PeerId id) {
    return effects.peer(id);
  }

  /** The peer whose channel is open now. */
  public Optional<Peer> livePeer() {
    return loop.livePeer().flatMap(effects::peer);
  }

  /** Makes a peer known; to be called before anything of it is posted. */
  public void connect(PeerId id, Peer peer, Runnable closeSignaling) {
    effects.connect(id, peer, closeSignaling);
  }

  public void disconnected(PeerId id) {
    effects.disconnected(id);
  }

  public void post(SessionEvent event) {
    if (!loop.post(event) && event instanceof SessionEvent.MessageRefused refused) {
      ports.refusals().refused(refused.channel(), refused.cause());
    }
  }

  /** A message as it came from the phone; the array is not changed by anyone afterwards. */
  public void received(PeerId peer, ChannelLabel channel, byte[] message) {
    if (!loop.post(peer, channel, message) && channel == ChannelLabel.FAST) {
      ports.refusals().refused(channel, Refusal.FLOODED);
    }
  }
}
