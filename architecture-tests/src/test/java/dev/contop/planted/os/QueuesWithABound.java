package dev.contop.planted.os;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Knows when it is full. */
public final class QueuesWithABound {
  public Queue<String> linked() {
    return new LinkedBlockingQueue<>(8);
  }

  public Queue<String> array() {
    return new ArrayBlockingQueue<>(8);
  }
}
