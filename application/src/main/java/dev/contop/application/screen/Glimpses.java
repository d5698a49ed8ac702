package dev.contop.application.screen;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want one look at the screen, until they had it. Any thread. */
final class Glimpses {

  private static final Logger LOG = LoggerFactory.getLogger(Glimpses.class);
  private static final int MOST = 16;

  private final ArrayBlockingQueue<ReadFrames> waiting = new ArrayBlockingQueue<>(MOST);

  /** Whether there is room for {@code reader}. */
  boolean offer(ReadFrames reader) {
    return waiting.offer(reader);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Tells all of them, each once; the capture thread only. */
  void tell(Consumer<ReadFrames> look) {
    for (ReadFrames reader; (reader = waiting.poll()) != null; ) {
      try {
        look.accept(reader);
      } catch (RuntimeException | Error bug) {
        LOG.error("Somebody who looked at the screen failed", bug);
      }
    }
  }
}
