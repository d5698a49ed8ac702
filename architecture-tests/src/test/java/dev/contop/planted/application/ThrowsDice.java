package dev.contop.planted.application;

import java.util.concurrent.ThreadLocalRandom;

/** Leaves it to chance. */
public final class ThrowsDice {
  public int dice() {
    return ThreadLocalRandom.current().nextInt(6);
  }

  public double share() {
    return Math.random();
  }
}
