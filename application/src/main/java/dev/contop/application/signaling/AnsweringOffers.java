package dev.contop.application.signaling;

import dev.contop.application.peer.OpenPeer;
import dev.contop.application.session.OpenSession;
import dev.contop.application.session.Sessions;
import dev.contop.application.time.DrawIds;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.FromPhone;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Turns an offer into a peer of the device's session, or into a new negotiation of the one that it
 * names (T7, T10).
 */
public final class AnsweringOffers {

  private final Sessions sessions;
  private final OpenPeer openPeer;
  private final DrawIds ids;
  private final ObservePhones phones;
  private final ConcurrentMap<PeerId, Negotiation> negotiations = new ConcurrentHashMap<>();

  /**
   * @param phones is told of their coming and going
   */
  public AnsweringOffers(Sessions sessions, OpenPeer openPeer, DrawIds ids, ObservePhones phones) {
    this.sessions = sessions;
    this.openPeer = openPeer;
    this.ids = ids;
    this.phones = phones;
  }

  ObservePhones phones() {
    return phones;
  }

  /** A known phone is at the door. */
  void expect() {
    openPeer.expect();
  }

  Negotiation begin(LiveLine line, Pairing pairing, FromPhone.Offer offer) {
    ConnectionType connection = offer.temporary() ? ConnectionType.TEMPORARY : pairing.connection();
    OpenSession session = sessions.of(pairing.device(), pairing.connection(), pairing.role());
    Negotiation negotiation =
        offer
            .peerId()
            .map(PeerId::new)
            .flatMap(id -> living(session, id))
            .orElseGet(() -> anew(line, session, connection, pairing.role(), offer.resume()));
    negotiation.offered(line, offer.description());
    return negotiation;
  }

  private Optional<Negotiation> living(OpenSession session, PeerId id) {
    return session.peer(id).flatMap(unused -> Optional.ofNullable(negotiations.get(id)));
  }

  private Negotiation anew(
      LiveLine line,
      OpenSession session,
      ConnectionType connection,
      Role role,
      Optional<Resume> resume) {
    PeerId id = new PeerId(ids.draw().toString());
    Negotiation negotiation =
        new Negotiation(
            id, line, session, connection, role, resume, phones, () -> negotiations.remove(id));
    negotiations.put(id, negotiation);
    negotiation.attach(openPeer.open(id, negotiation));
    return negotiation;
  }
}
