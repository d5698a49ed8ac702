package dev.contop.application.command;

import dev.contop.domain.execution.OutputStreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is told of one command, and notices when it is told against the rules. */
public final class RecordedCommand implements ObserveCommand {

  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private Optional<Ended> ended = Optional.empty();
  private Optional<String> failure = Optional.empty();

  /** Some output. */
  public record Piece(OutputStreamKind stream, String text) {}

  /** How it ended. */
  public record Ended(int exitCode, Duration duration, boolean truncated, int survivors) {}

  @Override
  public void wrote(OutputStreamKind stream, String text) {
    told(() -> pieces.add(new Piece(stream, text)));
  }

  @Override
  public void ended(int exitCode, Duration duration, boolean truncated, int survivors) {
    told(() -> ended = Optional.of(new Ended(exitCode, duration, truncated, survivors)));
    over.countDown();
  }

  @Override
  public void failed(String reason) {
    told(() -> failure = Optional.of(reason));
    over.countDown();
  }

  private void told(Runnable keep) {
    if (inside.incrementAndGet() != 1) {
      broke("two calls at once");
    }
    synchronized (this) {
      if (ended.isPresent() || failure.isPresent()) {
        broke("a call after the last");
      }
      keep.run();
    }
    inside.decrementAndGet();
  }

  private synchronized void broke(String rule) {
    broken.add(rule);
  }

  /** How it ended; fails the test when it does not within {@code time}, or failed to start. */
  public Ended awaitEnd(Duration time) {
    awaitLastCall(time);
    synchronized (this) {
      return ended.orElseThrow(() -> new AssertionError("failed: " + failure.orElse("")));
    }
  }

  /** The reason for which it failed to start; fails the test when it did start. */
  public String awaitFailure(Duration time) {
    awaitLastCall(time);
    synchronized (this) {
      return failure.orElseThrow(() -> new AssertionError("ended: " + ended));
    }
  }

  private void awaitLastCall(Duration time) {
    try {
      if (!over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("not over within " + time + ", output so far: " + pieces());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    synchronized (this) {
      if (!broken.isEmpty()) {
        throw new AssertionError("broken: " + broken);
      }
    }
  }

  public boolean isOver() {
    return over.getCount() == 0;
  }

  public synchronized List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** All that was written to {@code stream} so far. */
  public String text(OutputStreamKind stream) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces()) {
      if (piece.stream() == stream) {
        text.append(piece.text());
      }
    }
    return text.toString();
  }
}
