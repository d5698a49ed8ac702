package dev.contop.planted.os;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Grows. */
public final class QueuesWithoutEnd {
  public Queue<String> linked() {
    return new LinkedBlockingQueue<>();
  }

  public Queue<String> concurrent() {
    return new ConcurrentLinkedQueue<>();
  }
}
