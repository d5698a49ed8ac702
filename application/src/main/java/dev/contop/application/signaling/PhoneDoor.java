package dev.contop.application.signaling;

import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets phones in by their token, one line a device (T2, T3).
 *
 * <p>Failures are limited by address: after too many, wrong tokens from there are sent away with
 * other words for a while. A right one is let in all the same.
 */
public final class PhoneDoor implements AcceptPhones {

  /** So many wrong tokens at once, then one each interval. */
  static final int FAILURES = 10;

  static final Duration FAILURE_EVERY = Duration.ofSeconds(6);
  private static final int REMEMBERED_ADDRESSES = 4096;
  private static final PhoneLine DEAD = new DeadLine();

  private final PairingDesk desk;
  private final AnsweringOffers offers;
  private final ReadTicks clock;
  private final Counters counters;
  private final Map<DeviceId, LiveLine> lines = new HashMap<>();
  private final FailedAttempts failures;

  public PhoneDoor(PairingDesk desk, AnsweringOffers offers, ReadTicks clock, Counters counters) {
    this(desk, offers, clock, counters, FAILURES);
  }

  /**
   * @param failures so many wrong tokens in a row are heard from one address block
   */
  public PhoneDoor(
      PairingDesk desk, AnsweringOffers offers, ReadTicks clock, Counters counters, int failures) {
    this.failures = new FailedAttempts(failures, FAILURE_EVERY, REMEMBERED_ADDRESSES);
    this.desk = desk;
    this.offers = offers;
    this.clock = clock;
    this.counters = counters;
  }

  @Override
  public PhoneLine accept(Optional<String> token, String remoteAddress, CarryToPhone carrier) {
    // Known first, limited then: whoever may come in is never kept out by what others did, from the
    // same address or not. And what is wrong with a token makes no difference to the work.
    Optional<Pairing> pairing = desk.recognize(token.orElse(""));
    if (pairing.isPresent()) {
      return welcome(pairing.get(), carrier);
    }
    if (failures.isTooMany(remoteAddress, clock.now())) {
      counters.count("signaling.sent_away");
      carrier.close(CloseCode.POLICY, "Too many attempts. Wait a minute and try again.");
    } else {
      counters.count("signaling.unauthorized");
      carrier.close(CloseCode.UNAUTHORIZED, "Not paired, or no longer. Scan a new code.");
    }
    return DEAD;
  }

  private PhoneLine welcome(Pairing pairing, CarryToPhone carrier) {
    LiveLine line = new LiveLine(pairing, carrier, desk, offers, clock, counters, this::left);
    carrier.trusted();
    LiveLine before;
    synchronized (lines) {
      before = lines.put(pairing.device(), line);
    }
    if (before != null) {
      before.replaced();
    }
    return line;
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
