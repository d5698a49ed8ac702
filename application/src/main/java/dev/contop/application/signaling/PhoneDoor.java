package dev.contop.application.signaling;

import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.binding.Binding;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets phones in, one line a device (T2, T3): by a proof of their secret (T96), or by their token
 * from where that still counts.
 *
 * <p>Failures are limited by address: after too many, wrong tokens from there are sent away with
 * other words for a while. A right one is let in all the same.
 */
public final class PhoneDoor implements AcceptPhones {

  /** So many wrong tokens or proofs at once, then one each interval. */
  static final int FAILURES = 10;

  static final String TOO_MANY = "Too many attempts. Wait a minute and try again.";

  static final Duration FAILURE_EVERY = Duration.ofSeconds(6);
  private static final int REMEMBERED_ADDRESSES = 4096;
  private static final PhoneLine DEAD = new DeadLine();

  private final PairingDesk desk;
  private final AnsweringOffers offers;
  private final ReadTicks clock;
  private final Counters counters;
  private final DoorTerms terms;
  private final Map<DeviceId, LiveLine> lines = new HashMap<>();
  private final FailedAttempts failures;

  public PhoneDoor(
      PairingDesk desk,
      AnsweringOffers offers,
      ReadTicks clock,
      Counters counters,
      DoorTerms terms) {
    this(desk, offers, clock, counters, terms, FAILURES);
  }

  /**
   * @param failures so many wrong tokens or proofs in a row are heard from one address block
   */
  public PhoneDoor(
      PairingDesk desk,
      AnsweringOffers offers,
      ReadTicks clock,
      Counters counters,
      DoorTerms terms,
      int failures) {
    this.failures = new FailedAttempts(failures, FAILURE_EVERY, REMEMBERED_ADDRESSES);
    this.desk = desk;
    this.offers = offers;
    this.clock = clock;
    this.counters = counters;
    this.terms = terms;
  }

  @Override
  public PhoneLine accept(Introduction introduction, CameFrom from, CarryToPhone carrier) {
    // Known first, limited then: whoever may come in is never kept out by what others did, from the
    // same address or not. And what is wrong with a token makes no difference to the work.
    if (introduction instanceof Introduction.ByDevice named && DeviceId.isValid(named.device())) {
      return challenge(new DeviceId(named.device()), from, carrier);
    }
    String token = introduction instanceof Introduction.ByToken shown ? shown.token() : "";
    Optional<Pairing> pairing = desk.recognize(token);
    boolean counts = terms.tokens().allows(from.address());
    if (pairing.isPresent() && counts) {
      offers.expect();
      return welcome(pairing.get(), from, carrier);
    }
    if (isTooMany(from.address())) {
      carrier.close(CloseCode.POLICY, TOO_MANY);
    } else if (introduction instanceof Introduction.ByToken && !counts) {
      counters.count("signaling.token_not_allowed");
      carrier.close(
          CloseCode.UNAUTHORIZED, "No token counts from here. Scan the code with the camera.");
    } else {
      counters.count("signaling.unauthorized");
      carrier.close(CloseCode.UNAUTHORIZED, "Not paired, or no longer. Scan a new code.");
    }
    return DEAD;
  }

  /** The same for every device, whether there is one of that name or not (T96). */
  private PhoneLine challenge(DeviceId device, CameFrom from, CarryToPhone carrier) {
    Optional<Pairing> pairing = desk.find(device);
    offers.expect();
    TokenKey key = pairing.map(Pairing::key).orElse(terms.decoy());
    return new ChallengedLine(
        new Challenges(new Binding(device, key, terms.host()), terms),
        carrier,
        counters,
        late -> terms.schedule().after(terms.proveWithin(), late),
        new ChallengedLine.Outcome() {
          @Override
          public boolean mayEnter() {
            return pairing.filter(desk::isCurrent).isPresent();
          }

          @Override
          public LiveLine enter(CarryToPhone signing) {
            return welcome(pairing.orElseThrow(), from, signing);
          }

          @Override
          public boolean failed() {
            return isTooMany(from.address());
          }
        });
  }

  /** Closes the line of a device whose pairing has lost its validity (T92). */
  public void dismiss(DeviceId device, String reason) {
    LiveLine line;
    synchronized (lines) {
      line = lines.get(device);
    }
    if (line != null) {
      line.dismissed(reason);
    }
  }

  private LiveLine welcome(Pairing pairing, CameFrom from, CarryToPhone carrier) {
    LiveLine line = new LiveLine(pairing, from, carrier, desk, offers, clock, counters, this::left);
    carrier.trusted();
    LiveLine before;
    synchronized (lines) {
      before = lines.put(pairing.device(), line);
    }
    if (before != null) {
      before.replaced();
    }
    if (!desk.isCurrent(pairing)) {
      // It was revoked between the look at its token and now, and nobody found its line.
      line.dismissed("Not paired, or no longer. Scan a new code.");
    }
    return line;
  }

  /** Counts a failure; whether it is one too many from there, which the owner is told of. */
  private boolean isTooMany(String address) {
    boolean tooMany = failures.isTooMany(address, clock.now());
    if (tooMany) {
      counters.count("signaling.sent_away");
      offers.phones().refusedRepeatedly(address);
    }
    return tooMany;
  }

  private void left(LiveLine line) {
    synchronized (lines) {
      lines.remove(line.device(), line);
    }
  }

  /** The line of a phone that was not let in. */
  private static final class DeadLine implements PhoneLine {
    @Override
    public void received(FromPhone message) {}

    @Override
    public void closed() {}
  }
}
