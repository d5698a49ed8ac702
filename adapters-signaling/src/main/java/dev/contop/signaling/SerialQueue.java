package dev.contop.signaling;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs the tasks of one socket on a shared pool: one at a time, in order, and no more of them
 * waiting than allowed.
 *
 * <p>Thread-safe; never blocks. At most one entry of the pool's queue belongs to it at any time.
 */
final class SerialQueue {

  /** After so many tasks the thread is handed on, so that a busy socket does not keep it. */
  private static final int TURN = 16;

  private record Task(int weight, Runnable work) {}

  private final Executor pool;
  private final int maxTasks;
  private final int maxWeight;
  private final Consumer<Throwable> bug;
  private final Queue<Task> waiting = new ArrayDeque<>();
  private int weight;
  private boolean running;
  private boolean finished;

  /**
   * @param bug is told what a task threw; the tasks after it still run
   */
  SerialQueue(Executor pool, int maxTasks, int maxWeight, Consumer<Throwable> bug) {
    this.pool = pool;
    this.maxTasks = maxTasks;
    this.maxWeight = maxWeight;
    this.bug = bug;
  }

  /** Adds a task, or answers false when there is no room or {@link #finish} was called. */
  boolean offer(int taskWeight, Runnable work) {
    synchronized (waiting) {
      if (finished || waiting.size() >= maxTasks || weight + taskWeight > maxWeight) {
        return false;
      }
      add(taskWeight, work);
      if (running) {
        return true;
      }
      running = true;
    }
    return start();
  }

  /** Adds the last task, for which there is always room; a second call does nothing. */
  void finish(Runnable work) {
    synchronized (waiting) {
      if (finished) {
        return;
      }
      finished = true;
      add(0, work);
      if (running) {
        return;
      }
      running = true;
    }
    start();
  }

  private void add(int taskWeight, Runnable work) {
    waiting.add(new Task(taskWeight, work));
    weight += taskWeight;
  }

  private boolean start() {
    try {
      pool.execute(this::run);
      return true;
    } catch (RejectedExecutionException e) {
      // The pool has room for every socket there may be, so it is shutting down.
      synchronized (waiting) {
        running = false;
      }
      return false;
    }
  }

  private void run() {
    for (int i = 0; i < TURN; i++) {
      Task task;
      synchronized (waiting) {
        Task next = waiting.poll();
        if (next == null) {
          running = false;
          return;
        }
        weight -= next.weight();
        task = next;
      }
      attempt(task.work());
    }
    start();
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      bug.accept(e);
    }
  }
}
