package dev.contop.application.session;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other, in order, on a shared pool; bounded.
 *
 * <p>Any thread may offer; nobody waits. A task that throws is logged and the next one runs.
 */
public final class SerialQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SerialQueue.class);

  /**
   * After so many tasks the thread is given back, so that other queues of the pool get their turn.
   */
  private static final int TURN = 64;

  private final Executor pool;
  private final int capacity;
  private final int reserved;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private boolean running;
  private boolean closed;

  /**
   * @param capacity how many tasks may wait
   * @param reserved how many more may wait if they came through {@link #offerUrgent}
   */
  public SerialQueue(Executor pool, int capacity, int reserved) {
    this.pool = pool;
    this.capacity = capacity;
    this.reserved = reserved;
  }

  /** Takes {@code task} in; false when there is no room or the queue is closed. */
  public boolean offer(Runnable task) {
    return offer(task, capacity);
  }

  /** The same for what must not be lost; it has room of its own. */
  public boolean offerUrgent(Runnable task) {
    return offer(task, capacity + reserved);
  }

  /** What waits is still run; nothing more is taken in. */
  public void close() {
    synchronized (tasks) {
      closed = true;
    }
  }

  private boolean offer(Runnable task, int room) {
    synchronized (tasks) {
      if (closed || tasks.size() >= room) {
        return false;
      }
      tasks.add(task);
      if (running) {
        return true;
      }
      running = true;
    }
    return start();
  }

  private boolean start() {
    try {
      pool.execute(this::drain);
      return true;
    } catch (RejectedExecutionException poolIsDown) {
      synchronized (tasks) {
        running = false;
        closed = true;
        tasks.clear();
      }
      return false;
    }
  }

  private void drain() {
    for (int done = 0; done < TURN; done++) {
      Runnable task;
      synchronized (tasks) {
        task = tasks.poll();
        if (task == null) {
          running = false;
          return;
        }
      }
      try {
        task.run();
      } catch (RuntimeException | Error bug) {
        LOG.error("A queued task failed", bug);
      }
    }
    start();
  }
}
