package dev.contop.application.session;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A pool that runs nothing until a test says so, and then on the test's thread. */
public final class StepByStep implements Executor {

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean down;

  @Override
  public synchronized void execute(Runnable task) {
    if (down) {
      throw new RejectedExecutionException("The pool is down");
    }
    waiting.add(task);
  }

  /** Runs what waits, and what comes of it, until nothing is left; returns how many tasks ran. */
  public int runAll() {
    int ran = 0;
    while (runOne()) {
      ran++;
    }
    return ran;
  }

  /** Runs one task; false if none waits. */
  public boolean runOne() {
    Runnable next;
    synchronized (this) {
      next = waiting.poll();
    }
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  public synchronized int waiting() {
    return waiting.size();
  }

  public synchronized void shutDown() {
    down = true;
  }
}
