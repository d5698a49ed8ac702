package dev.contop.planted.domain;

import java.util.List;

/** Takes everybody's threads. */
public final class GoesParallel {
  public long count(List<String> names) {
    return names.parallelStream().filter(String::isEmpty).count();
  }
}
