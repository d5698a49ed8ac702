package dev.contop.application.peer;

import dev.contop.domain.session.PeerId;

/** Makes a peer that will answer a phone's offer. */
public interface OpenPeer {

  /**
   * Begins to make a peer and returns its handle at once. Any thread; never blocks and never
   * throws: what goes wrong arrives at {@code observer}.
   */
  Peer open(PeerId id, ObservePeer observer);

  /**
   * A phone is about to make an offer: what takes time is got ready for it, and given up again when
   * none comes within seconds. Any thread; never blocks and never throws.
   */
  void expect();
}
