package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts the requests that are being answered, so that a server can stop between them.
 *
 * <p>Undertow complains loudly, with stack traces, about requests that end while it stops.
 */
final class InFlight implements HttpHandler {

  private final HttpHandler next;
  private int count;

  InFlight(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    add(1);
    exchange.addExchangeCompleteListener(
        (ended, others) -> {
          try {
            // The connection gets ready for its next request in here.
            others.proceed();
          } finally {
            add(-1);
          }
        });
    next.handleRequest(exchange);
  }

  private synchronized void add(int requests) {
    count += requests;
    notifyAll();
  }

  /** Waits until no request is being answered, or until {@code patience} has passed. */
  synchronized void awaitNone(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (count > 0 && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
