package dev.contop.webrtc;

import dev.contop.application.peer.ReturnMemory;
import dev.contop.application.session.SerialQueue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out the one generation that is in use, and makes it anew when it has carried enough
 * messages and nobody uses it.
 *
 * <p>Any thread may call; the work is done on a queue of its own. A generation is made ahead of its
 * first peer, and never goes under an open one.
 */
final class Generations {

  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private final SerialQueue queue;
  private final Supplier<Generation> maker;
  private final long recycleAfter;
  private final ReturnMemory memory;

  // Belong to the queue.
  private Optional<Generation> current = Optional.empty();
  private int users;
  private long messages;
  private boolean over;

  private final AtomicInteger made = new AtomicInteger();

  /**
   * @param memory is asked when nobody uses a generation any more: an encoder frees tens of
   *     megabytes
   */
  Generations(
      SerialQueue queue, Supplier<Generation> maker, long recycleAfter, ReturnMemory memory) {
    this.queue = queue;
    this.maker = maker;
    this.recycleAfter = recycleAfter;
    this.memory = memory;
  }

  /** Gets a generation ready. The result fails when the library cannot be used. */
  CompletableFuture<Void> warmUp() {
    CompletableFuture<Void> warm = new CompletableFuture<>();
    submit(
        () -> {
          ready();
          warm.complete(null);
        },
        fault ->
            warm.completeExceptionally(
                new IllegalStateException(
                    "The WebRTC library cannot be used: " + fault.getMessage(), fault)));
    return warm;
  }

  /**
   * One of the two is called, on the queue of this class; each grant is to be followed by one
   * {@link #release}.
   */
  void acquire(Consumer<Generation> granted, Runnable failed) {
    submit(
        () -> {
          Generation generation = ready();
          users++;
          generation.screen().start();
          granted.accept(generation);
        },
        fault -> {
          LOG.error("No connection can be made: {}", fault.toString());
          failed.run();
        });
  }

  /**
   * @param received how many messages the peer received
   */
  void release(long received) {
    submit(
        () -> {
          users--;
          messages += received;
          current.filter(idle -> users == 0).ifPresent(this::rest);
        },
        fault -> LOG.error("A connection was not given back: {}", fault.toString()));
  }

  /** Gives everything back that nobody uses; nothing is handed out any more. */
  CompletableFuture<Void> close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    submit(
        () -> {
          over = true;
          // Under an open peer it stays, and goes with the process.
          current.filter(idle -> users == 0).ifPresent(Generation::dispose);
          closed.complete(null);
        },
        closed::completeExceptionally);
    return closed;
  }

  /** How many generations there have been. */
  int made() {
    return made.get();
  }

  private void rest(Generation idle) {
    idle.screen().stop();
    if (over || messages >= recycleAfter) {
      idle.dispose();
      current = Optional.empty();
      messages = 0;
    }
    if (!over) {
      ready();
      memory.returnFreed();
    }
  }

  private Generation ready() {
    if (over) {
      throw new IllegalStateException("The host is shutting down");
    }
    if (current.isPresent()) {
      return current.get();
    }
    Generation fresh = maker.get();
    made.incrementAndGet();
    current = Optional.of(fresh);
    return fresh;
  }

  private void submit(Runnable work, Consumer<Throwable> failed) {
    boolean taken =
        queue.offerUrgent(
            () -> {
              try {
                work.run();
              } catch (Throwable fault) {
                failed.accept(fault);
              }
            });
    if (!taken) {
      failed.accept(new IllegalStateException("The host is shutting down or overloaded"));
    }
  }
}
