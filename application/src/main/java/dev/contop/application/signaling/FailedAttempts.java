package dev.contop.application.signaling;

import dev.contop.domain.limits.AddressBlock;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.limits.TokenBucket;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often phones from one block of addresses showed something wrong. Thread-safe.
 *
 * <p>Only so many blocks are remembered, and one with a debt is never forgotten for another's sake:
 * once there is no room, all blocks that are not remembered share one account. So whoever has many
 * addresses cannot wash off what any of them did by using the others.
 */
final class FailedAttempts {

  /** The account of all blocks for which there is no room has so many times the size of one. */
  private static final int SHARED = 10;

  private final int atOnce;
  private final Duration every;
  private final int remembered;
  private final Map<AddressBlock, TokenBucket> accounts = new LinkedHashMap<>(16, 0.75f, true);
  private TokenBucket others;

  /**
   * @param atOnce so many failures are heard in a row
   * @param every and one more after each such interval
   * @param remembered so many blocks have an account of their own
   */
  FailedAttempts(int atOnce, Duration every, int remembered) {
    this.atOnce = atOnce;
    this.every = every;
    this.remembered = remembered;
    others = TokenBucket.full(atOnce * SHARED, every.dividedBy(SHARED), Ticks.ZERO);
  }

  /** Whether {@code address} had as many as it may; else one more is counted. */
  synchronized boolean isTooMany(String address, Ticks now) {
    AddressBlock block = AddressBlock.of(address);
    forget(now);
    boolean known = accounts.containsKey(block) || accounts.size() < remembered;
    TokenBucket before =
        known
            ? accounts.getOrDefault(block, TokenBucket.full(atOnce, every, now)).at(now)
            : others.at(now);
    if (known) {
      accounts.put(block, before.take());
    } else {
      others = before.take();
    }
    return before.isEmpty();
  }

  /** Drops accounts without a debt, those that were not used for longest first. */
  private void forget(Ticks now) {
    Iterator<TokenBucket> eldest = accounts.values().iterator();
    while (eldest.hasNext() && eldest.next().at(now).isFull()) {
      eldest.remove();
    }
  }

  synchronized int size() {
    return accounts.size();
  }
}
