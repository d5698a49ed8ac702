package dev.contop.application.signaling;

import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.TokenBucket;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.ToPhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The line of a phone that was let in: its offers and candidates reach a peer from here. */
final class LiveLine implements PhoneLine {

  /** More than any phone gathers. */
  static final int EARLY_CANDIDATES = 64;

  private static final int OFFERS = 6;
  private static final Duration OFFER_EVERY = Duration.ofSeconds(2);

  private final Pairing pairing;
  private final CameFrom from;
  private final CarryToPhone carrier;
  private final PairingDesk desk;
  private final AnsweringOffers offers;
  private final ReadTicks clock;
  private final Counters counters;
  private final Consumer<LiveLine> left;
  private final AtomicBoolean open = new AtomicBoolean(true);

  // Only the line's own calls touch these, and they come one at a time.
  private final List<IceCandidate> early = new ArrayList<>();
  private Optional<Negotiation> negotiation = Optional.empty();
  private TokenBucket offersLeft;

  LiveLine(
      Pairing pairing,
      CameFrom from,
      CarryToPhone carrier,
      PairingDesk desk,
      AnsweringOffers offers,
      ReadTicks clock,
      Counters counters,
      Consumer<LiveLine> left) {
    this.pairing = pairing;
    this.from = from;
    this.carrier = carrier;
    this.desk = desk;
    this.offers = offers;
    this.clock = clock;
    this.counters = counters;
    this.left = left;
    this.offersLeft = TokenBucket.full(OFFERS, OFFER_EVERY, clock.now());
  }

  DeviceId device() {
    return pairing.device();
  }

  boolean isOpen() {
    return open.get();
  }

  @Override
  public void received(FromPhone message) {
    if (!isOpen()) {
      return;
    }
    if (message instanceof FromPhone.Offer offer) {
      offered(offer);
    } else if (message instanceof FromPhone.Candidate candidate) {
      candidate(candidate.candidate());
    } else if (message instanceof FromPhone.Malformed malformed) {
      refuse(malformed.code(), malformed.message());
    } else if (message instanceof FromPhone.Ignored ignored) {
      counters.count("signaling.ignored." + ignored.cause());
    } else if (message instanceof FromPhone.DeviceLocation place) {
      located(place.location());
    } else {
      throw new AssertionError("No way to handle " + message.getClass());
    }
  }

  @Override
  public void closed() {
    open.set(false);
    left.accept(this);
  }

  /** A newer line of the same device has come (T3). */
  void replaced() {
    close(CloseCode.REPLACED, "Another page or phone took over this pairing.");
  }

  /** The device is not paired any more (T92). */
  void dismissed(String reason) {
    close(CloseCode.UNAUTHORIZED, reason);
  }

  /** The data channels carry on alone (T9). */
  void done() {
    close(CloseCode.NORMAL, "connected");
  }

  void send(ToPhone message) {
    if (isOpen()) {
      carrier.send(message);
    }
  }

  /** One answer to what could not be used, and the line is closed (T11). */
  void refuse(String code, String message) {
    counters.count("signaling.refused." + code);
    send(new ToPhone.Refused(code, message));
    close(CloseCode.BAD_MESSAGE, message);
  }

  private void offered(FromPhone.Offer offer) {
    offersLeft = offersLeft.at(clock.now());
    if (offersLeft.isEmpty()) {
      close(CloseCode.POLICY, "Too many offers. Wait a little and try again.");
      return;
    }
    offersLeft = offersLeft.take();
    if (!desk.isCurrent(pairing)) {
      close(CloseCode.UNAUTHORIZED, "The pairing has expired. Scan a new code.");
      return;
    }
    desk.came(pairing.device(), offer.deviceName(), offer.location(), from);
    Negotiation begun = offers.begin(this, pairing, offer);
    negotiation = Optional.of(begun);
    early.forEach(begun::addCandidate);
    early.clear();
  }

  /** Of a phone that has made an offer; what it says before counts for nothing. */
  private void located(String location) {
    if (negotiation.isPresent() && desk.isCurrent(pairing)) {
      desk.located(pairing.device(), location);
    }
  }

  private void candidate(IceCandidate candidate) {
    if (negotiation.isPresent()) {
      negotiation.get().addCandidate(candidate);
    } else if (early.size() < EARLY_CANDIDATES) {
      early.add(candidate);
    } else {
      counters.count("signaling.ignored.early_candidate");
    }
  }

  private void close(CloseCode code, String reason) {
    if (open.compareAndSet(true, false)) {
      carrier.close(code, reason);
      left.accept(this);
    }
  }
}
