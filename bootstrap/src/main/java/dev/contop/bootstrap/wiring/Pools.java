package dev.contop.bootstrap.wiring;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The host's fixed pools of threads; every queue is bounded. */
public final class Pools implements AutoCloseable {

  /** A queue holds at most one entry a session, and sessions are bounded. */
  private static final int WAITING = 1024;

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final ExecutorService sessions = fixed("session", 2);
  private final ExecutorService input = fixed("input", 1);
  private final ExecutorService files = fixed("files", 1);
  private final ExecutorService notices = fixed("notices", 1);
  private final ExecutorService stills = fixed("stills", 1);

  /** Runs the turns of sessions. */
  public ExecutorService sessions() {
    return sessions;
  }

  /** Acts on the desktop. */
  public ExecutorService input() {
    return input;
  }

  /** Writes files that nobody waits for. */
  public ExecutorService files() {
    return files;
  }

  /** Shows what nobody waits for. */
  public ExecutorService notices() {
    return notices;
  }

  /** Makes pictures of the screen that somebody asked for. */
  public ExecutorService stills() {
    return stills;
  }

  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private static ExecutorService fixed(String name, int threads) {
    return new ThreadPoolExecutor(
        threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), named(name));
  }

  /** Lets what waits be done, for a moment, and then ends the threads. */
  @Override
  public void close() {
    sessions.shutdown();
    input.shutdown();
    files.shutdown();
    notices.shutdownNow();
    stills.shutdownNow();
    try {
      boolean done =
          sessions.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              && input.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              && files.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!done) {
        endNow();
      }
    } catch (InterruptedException hurried) {
      endNow();
      Thread.currentThread().interrupt();
    }
  }

  private void endNow() {
    sessions.shutdownNow();
    input.shutdownNow();
    files.shutdownNow();
    notices.shutdownNow();
  }
}
