package dev.contop.application.time;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A timer whose tasks run when a test lets time pass, on the test's thread. */
public final class ManualSchedule implements Schedule {

  private final FakeTicks clock;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Ticks due, Runnable task) {}

  public ManualSchedule(FakeTicks clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Cancel after(Duration delay, Runnable task) {
    Entry entry = new Entry(clock.now().plus(delay), task);
    entries.add(entry);
    return () -> remove(entry);
  }

  /** Moves the clock on and runs what falls due on the way, in its order and at its time. */
  public void pass(Duration duration) {
    Ticks until = clock.now().plus(duration);
    Optional<Entry> next = takeDue(until);
    while (next.isPresent()) {
      if (clock.now().isBefore(next.get().due())) {
        clock.advance(next.get().due().since(clock.now()));
      }
      next.get().task().run();
      next = takeDue(until);
    }
    clock.advance(until.since(clock.now()));
  }

  /** How many tasks wait. */
  public synchronized int waiting() {
    return entries.size();
  }

  private synchronized Optional<Entry> takeDue(Ticks until) {
    Optional<Entry> first =
        entries.stream()
            .filter(entry -> entry.due().reachedAt(until))
            .min(Comparator.comparing(Entry::due));
    first.ifPresent(this::remove);
    return first;
  }

  private synchronized void remove(Entry entry) {
    entries.remove(entry);
  }
}
