package dev.contop.application.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts things by name; names come from the code, so their number is bounded. Any thread. */
public final class Counters {

  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  public void count(String name) {
    counts.computeIfAbsent(name, unused -> new LongAdder()).increment();
  }

  /** How often each was counted so far, by name. */
  public Map<String, Long> snapshot() {
    Map<String, Long> now = new TreeMap<>();
    counts.forEach((name, sum) -> now.put(name, sum.sum()));
    return now;
  }
}
