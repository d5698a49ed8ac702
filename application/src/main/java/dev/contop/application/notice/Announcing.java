package dev.contop.application.notice;

import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.TokenBucket;
import dev.contop.domain.notice.Notice;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the computer's owner what phones do, in the log and on the desktop, as often as is of use:
 * refusals have a measure of their own, so that a flood of them hides nothing else. Any thread;
 * never blocks.
 */
public final class Announcing {

  private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);

  static final int AT_ONCE = 5;
  static final Duration THEN_EACH = Duration.ofSeconds(10);
  static final Duration REFUSALS_EACH = Duration.ofMinutes(10);

  private final ShowNotice desktop;
  private final ReadTicks clock;

  // Guarded by this.
  private TokenBucket events;
  private TokenBucket refusals;

  public Announcing(ShowNotice desktop, ReadTicks clock) {
    this.desktop = desktop;
    this.clock = clock;
    this.events = TokenBucket.full(AT_ONCE, THEN_EACH, clock.now());
    this.refusals = TokenBucket.full(1, REFUSALS_EACH, clock.now());
  }

  public void announce(Notice notice) {
    if (mayTell(notice)) {
      LOG.info("{}: {}", notice.title(), notice.text());
      desktop.show(notice);
    }
  }

  private synchronized boolean mayTell(Notice notice) {
    boolean refusal = notice instanceof Notice.RefusedRepeatedly;
    TokenBucket bucket = (refusal ? refusals : events).at(clock.now());
    boolean may = !bucket.isEmpty();
    if (refusal) {
      refusals = bucket.take();
    } else {
      events = bucket.take();
    }
    return may;
  }
}
