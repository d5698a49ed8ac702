package dev.contop.application.signaling;

import dev.contop.application.peer.ObservePeer;
import dev.contop.application.peer.Peer;
import dev.contop.application.session.OpenSession;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One peer between its phone's line and its session: signaling goes to the line, all else to the
 * session.
 */
final class Negotiation implements ObservePeer {

  private final PeerId id;
  private final OpenSession session;
  private final ConnectionType connection;
  private final Role role;
  private final Optional<Resume> resume;
  private final ObservePhones phones;
  private final Runnable ended;
  private volatile Optional<LiveLine> line;
  private volatile Optional<Peer> peer = Optional.empty();
  private volatile boolean gone;
  private volatile boolean connected;
  private final AtomicBoolean answeredOnce = new AtomicBoolean();

  /** From the start there is a line: a peer that fails while it is being made tells its phone. */
  Negotiation(
      PeerId id,
      LiveLine line,
      OpenSession session,
      ConnectionType connection,
      Role role,
      Optional<Resume> resume,
      ObservePhones phones,
      Runnable ended) {
    this.id = id;
    this.line = Optional.of(line);
    this.session = session;
    this.connection = connection;
    this.role = role;
    this.resume = resume;
    this.phones = phones;
    this.ended = ended;
  }

  /** The peer's handle is there; the peer itself may have come to its end in the meantime. */
  void attach(Peer opened) {
    peer = Optional.of(opened);
    session.connect(id, opened, this::closeSignaling);
    if (gone) {
      session.disconnected(id);
    }
  }

  /** An offer came over {@code from}, which carries this peer's signaling from now on. */
  void offered(LiveLine from, SessionDescription offer) {
    line = Optional.of(from);
    peer.ifPresent(opened -> opened.negotiate(offer));
  }

  void addCandidate(IceCandidate candidate) {
    peer.ifPresent(opened -> opened.addCandidate(candidate));
  }

  @Override
  public void answered(SessionDescription answer) {
    boolean first = answeredOnce.compareAndSet(false, true);
    Optional<LiveLine> to = line.filter(LiveLine::isOpen);
    if (first && to.isEmpty()) {
      // The phone left before it could hear the answer: whoever is connected stays undisturbed.
      abandon();
      return;
    }
    if (first) {
      session.post(new SessionEvent.PeerAnswered(id, connection, role, resume));
    }
    to.ifPresent(open -> open.send(new ToPhone.Answer(answer, id.value())));
  }

  @Override
  public void refused(String reason) {
    line.ifPresent(open -> open.refuse("bad_offer", reason));
    if (!answeredOnce.get()) {
      abandon();
    }
  }

  @Override
  public void gathered(IceCandidate candidate) {
    line.ifPresent(open -> open.send(new ToPhone.Candidate(candidate)));
  }

  @Override
  public void channelOpened(ChannelLabel channel) {
    session.post(new SessionEvent.ChannelOpened(id, channel));
    if (channel == ChannelLabel.RELIABLE) {
      connected = true;
      phones.connected(session.device(), role);
    }
  }

  @Override
  public void channelClosed(ChannelLabel channel) {
    session.post(new SessionEvent.ChannelClosed(id, channel));
  }

  @Override
  public void received(ChannelLabel channel, byte[] message) {
    session.received(id, channel, message);
  }

  @Override
  public void dropped(ChannelLabel channel, Refusal cause) {
    session.post(new SessionEvent.MessageRefused(id, channel, cause, Optional.empty()));
  }

  @Override
  public void connectivityChanged(Connectivity connectivity) {
    session.post(new SessionEvent.ConnectivityChanged(id, connectivity));
  }

  @Override
  public void written(int count) {
    session.post(new SessionEvent.MessagesWritten(id, count));
  }

  @Override
  public void gone() {
    gone = true;
    session.post(new SessionEvent.ConnectivityChanged(id, Connectivity.CLOSED));
    session.disconnected(id);
    phones.parted(session.device(), connected);
    ended.run();
  }

  private void closeSignaling() {
    line.ifPresent(LiveLine::done);
  }

  private void abandon() {
    session.disconnected(id);
    peer.ifPresent(Peer::close);
  }
}
