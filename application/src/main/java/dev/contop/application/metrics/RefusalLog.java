package dev.contop.application.metrics;

import dev.contop.application.time.ReadTicks;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts dropped messages by cause, and writes of them once a second at most (T13). Any thread. */
public final class RefusalLog {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Counters counters;
  private final ReadTicks clock;
  private final AtomicLong nextLine = new AtomicLong();

  public RefusalLog(Counters counters, ReadTicks clock) {
    this.counters = counters;
    this.clock = clock;
  }

  public void refused(ChannelLabel channel, Refusal cause) {
    counters.count("refused." + channel.name().toLowerCase(Locale.ROOT) + "." + cause.code());
    Ticks now = clock.now();
    long due = nextLine.get();
    if (due <= now.nanos() && nextLine.compareAndSet(due, now.plus(QUIET).nanos())) {
      LOG.info("A message on {} was dropped: {}", channel.label(), cause.code());
    }
  }
}
