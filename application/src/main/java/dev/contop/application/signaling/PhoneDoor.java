package dev.contop.application.signaling;

import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.binding.Binding;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.limits.TokenBucket;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets phones in, one line a device (T2, T3): by a proof of their secret (T96), or by their token
 * from where that still counts.
 *
 * <p>Failures are limited by address: too many, and that address is sent away unheard for a while;
 * other addresses are not touched by it.
 */
public final class PhoneDoor implements AcceptPhones {

  /** So many wrong tokens or proofs at once, then one each interval. */
  static final int FAILURES = 10;

  static final Duration FAILURE_EVERY = Duration.ofSeconds(6);
  private static final int REMEMBERED_ADDRESSES = 4096;
  private static final PhoneLine DEAD = new DeadLine();

  private final PairingDesk desk;
  private final AnsweringOffers offers;
  private final ReadTicks clock;
  private final Counters counters;
  private final DoorTerms terms;
  private final Map<DeviceId, LiveLine> lines = new HashMap<>();
  private final Map<String, TokenBucket> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > REMEMBERED_ADDRESSES;
        }
      };

  public PhoneDoor(
      PairingDesk desk,
      AnsweringOffers offers,
      ReadTicks clock,
      Counters counters,
      DoorTerms terms) {
    this.desk = desk;
    this.offers = offers;
    this.clock = clock;
    this.counters = counters;
    this.terms = terms;
  }

  @Override
  public PhoneLine accept(Introduction introduction, String remoteAddress, CarryToPhone carrier) {
    if (isSentAway(remoteAddress)) {
      counters.count("signaling.sent_away");
      offers.phones().refusedRepeatedly(remoteAddress);
      carrier.close(CloseCode.POLICY, "Too many attempts. Wait a minute and try again.");
      return DEAD;
    }
    if (introduction instanceof Introduction.ByDevice named && DeviceId.isValid(named.device())) {
      return challenge(new DeviceId(named.device()), remoteAddress, carrier);
    }
    if (introduction instanceof Introduction.ByToken shown) {
      if (!terms.tokens().allows(remoteAddress)) {
        counters.count("signaling.token_not_allowed");
        carrier.close(
            CloseCode.UNAUTHORIZED, "No token counts from here. Scan the code with the camera.");
        return DEAD;
      }
      Optional<Pairing> pairing = desk.recognize(shown.token());
      if (pairing.isPresent()) {
        return welcome(pairing.get(), remoteAddress, carrier);
      }
    }
    counters.count("signaling.unauthorized");
    noteFailure(remoteAddress);
    carrier.close(CloseCode.UNAUTHORIZED, "Not paired, or no longer. Scan a new code.");
    return DEAD;
  }

  /** The same for every device, whether there is one of that name or not (T96). */
  private PhoneLine challenge(DeviceId device, String remoteAddress, CarryToPhone carrier) {
    Optional<Pairing> pairing = desk.find(device);
    TokenKey key = pairing.map(Pairing::key).orElse(terms.decoy());
    return new ChallengedLine(
        new Challenges(new Binding(device, key, terms.host()), terms),
        carrier,
        counters,
        late -> terms.schedule().after(ChallengedLine.PROVE_WITHIN, late),
        new ChallengedLine.Outcome() {
          @Override
          public boolean mayEnter() {
            return pairing.filter(desk::isCurrent).isPresent();
          }

          @Override
          public LiveLine enter(CarryToPhone signing) {
            return welcome(pairing.orElseThrow(), remoteAddress, signing);
          }

          @Override
          public void failed() {
            noteFailure(remoteAddress);
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

  private LiveLine welcome(Pairing pairing, String address, CarryToPhone carrier) {
    LiveLine line =
        new LiveLine(pairing, address, carrier, desk, offers, clock, counters, this::left);
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

  private void left(LiveLine line) {
    synchronized (lines) {
      lines.remove(line.device(), line);
    }
  }

  private boolean isSentAway(String address) {
    Ticks now = clock.now();
    synchronized (failures) {
      TokenBucket bucket = failures.get(address);
      return bucket != null && bucket.at(now).isEmpty();
    }
  }

  private void noteFailure(String address) {
    Ticks now = clock.now();
    synchronized (failures) {
      TokenBucket bucket =
          failures.getOrDefault(address, TokenBucket.full(FAILURES, FAILURE_EVERY, now));
      failures.put(address, bucket.at(now).take());
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
