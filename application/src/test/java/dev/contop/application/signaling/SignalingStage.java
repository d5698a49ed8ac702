package dev.contop.application.signaling;

import dev.contop.application.notice.Announcing;
import dev.contop.application.pairing.PairingDeskFixture;
import dev.contop.application.peer.ObservePeer;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.peer.Peer;
import dev.contop.application.session.SessionStage;
import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.domain.binding.JavaHmac;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.notice.Notice;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.IceServer;
import dev.contop.domain.signaling.Introduction;
import dev.contop.domain.signaling.SessionDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A door with everything behind it played by fakes. */
final class SignalingStage {

  static final String ADDRESS = "192.0.2.77";
  static final Duration PROVE_WITHIN = Duration.ofSeconds(10);
  static final SessionDescription OFFER = new SessionDescription("offer");
  static final SessionDescription ANSWER = new SessionDescription("answer");

  final SessionStage sessions = new SessionStage();
  final PairingDeskFixture pairings = new PairingDeskFixture();
  final List<Made> made = new ArrayList<>();

  /** How many times the peers were told that an offer is near. */
  int expected;

  private final Map<String, String> tokens = new HashMap<>();

  /** What every peer's observer is told while the peer is still being made. */
  Runnable whileMaking = () -> {};

  final List<Notice> notices = new ArrayList<>();
  private final Announcing announcing = new Announcing(notices::add, sessions.clock);
  final AnsweringOffers offers =
      new AnsweringOffers(
          sessions.sessions,
          new Peers(),
          sessions.ids,
          new NotingPhones(pairings.desk, announcing));
  final JavaHmac hash = new JavaHmac();
  final List<Nonce> nonces = new ArrayList<>();
  final PhoneDoor door = door(TokenUse.ON);

  /** Whoever is revoked, expires or is paired again is sent away for good. */
  SignalingStage() {
    pairings.dismissal = new DismissingDevices(() -> door, sessions.sessions);
  }

  /** A peer that was made, and the observer through which it speaks. */
  record Made(PeerId id, RecordedPeer peer, ObservePeer observer) {
    void answers() {
      observer.answered(ANSWER);
    }
  }

  /** A door that lets tokens count from there. */
  PhoneDoor door(TokenUse tokens, IceServer... iceServers) {
    return new PhoneDoor(
        pairings.desk,
        offers,
        sessions.clock,
        sessions.counters,
        new DoorTerms(
            tokens,
            this::nonce,
            hash,
            PairingDeskFixture.FINGERPRINT,
            new TokenKey(new byte[32]),
            PROVE_WITHIN,
            List.of(iceServers),
            sessions.schedule));
  }

  private Nonce nonce() {
    nonces.add(new Nonce(String.format("%064x", nonces.size() + 1)));
    return nonces.get(nonces.size() - 1);
  }

  private final class Peers implements OpenPeer {
    @Override
    public Peer open(PeerId id, ObservePeer observer) {
      RecordedPeer peer = new RecordedPeer();
      made.add(new Made(id, peer, observer));
      whileMaking.run();
      return peer;
    }

    @Override
    public void expect() {
      expected++;
    }
  }

  /** The line of a device that has just been paired. */
  PhoneLine line(String device, RecordingCarrier carrier) {
    tokens.put(device, pairings.paired(device).token().secret());
    return again(device, carrier);
  }

  /** A further line of a device, with the token that it has. */
  PhoneLine again(String device, RecordingCarrier carrier) {
    return line(Objects.requireNonNull(tokens.get(device)), ADDRESS, carrier);
  }

  PhoneLine line(String token, String address, RecordingCarrier carrier) {
    return door.accept(new Introduction.ByToken(token), CameFrom.straight(address), carrier);
  }

  /** A line whose peer is connected, its reliable channel open. */
  PhoneLine connected(String device, RecordingCarrier carrier) {
    PhoneLine line = line(device, carrier);
    line.received(offer());
    Made peer = newest();
    peer.answers();
    peer.observer().channelOpened(ChannelLabel.RELIABLE);
    sessions.pool.runAll();
    return line;
  }

  /** An offer of a device whose pairing is of the given kind, past the door. */
  void offered(ConnectionType paired, FromPhone.Offer offer) {
    Pairing pairing =
        new Pairing(SessionStage.DEVICE, new TokenKey(new byte[32]), paired, pairings.clock.now());
    LiveLine line =
        new LiveLine(
            pairing,
            CameFrom.straight(ADDRESS),
            new RecordingCarrier(),
            pairings.desk,
            offers,
            sessions.clock,
            sessions.counters,
            left -> {});
    offers.begin(line, pairing, offer);
  }

  Made newest() {
    return made.get(made.size() - 1);
  }

  long counted(String name) {
    return sessions.counters.snapshot().getOrDefault(name, 0L);
  }

  static FromPhone.Offer offer() {
    return new FromPhone.Offer(OFFER, Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  static FromPhone.Offer restart(PeerId peer) {
    return new FromPhone.Offer(
        new SessionDescription("restart"),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(peer.value()));
  }

  static FromPhone.Candidate candidate(int number) {
    return new FromPhone.Candidate(ice(number));
  }

  static IceCandidate ice(int number) {
    return new IceCandidate("candidate:" + number, Optional.of("0"), OptionalInt.of(0));
  }
}
