package dev.contop.bootstrap.rehearsal;

import dev.contop.application.signaling.PlayPhone;
import dev.contop.application.signaling.PlayedPhone;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.signaling.OwnSocket;
import dev.contop.signaling.PublicListener;
import dev.contop.signaling.StartFailed;
import dev.contop.wire.SignalingCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects a phone that the host plays itself, over a door and sessions made for the occasion: what
 * real phones use is not touched by it.
 *
 * <p>Whatever goes wrong, the host starts all the same: a machine without a network cannot connect
 * to itself, and is none the worse for it.
 */
public final class Rehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private static final Duration PATIENCE = Duration.ofMillis(1200);

  private final PublicListener listener;
  private final PlayPhone phones;
  private final Supplier<String> token;
  private final Runnable leave;

  /**
   * @param listener on the loopback interface only, with a door of its own
   * @param token makes a token that this door knows; asked once
   * @param leave ends the session behind that door
   */
  public Rehearsal(
      PublicListener listener, PlayPhone phones, Supplier<String> token, Runnable leave) {
    this.listener = listener;
    this.phones = phones;
    this.token = token;
    this.leave = leave;
  }

  /** Blocks until it is done, or for about a second. */
  public void play() {
    long began = System.nanoTime();
    try {
      listener.start();
      connect();
      LOG.debug("The rehearsal took {} ms", Duration.ofNanos(System.nanoTime() - began).toMillis());
    } catch (IOException | StartFailed | ExecutionException | TimeoutException notNow) {
      LOG.debug("The rehearsal was not finished", notNow);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      leave.run();
      listener.stop();
    }
  }

  private void connect()
      throws IOException, ExecutionException, TimeoutException, InterruptedException {
    try (OwnSocket socket =
            OwnSocket.open(listener.port(), token.get(), new SignalingCodec(), PATIENCE);
        PlayedPhone phone = phones.play(sender(socket))) {
      Thread ears = new Thread(() -> socket.listen(phone::received), "rehearsal");
      ears.setDaemon(true);
      ears.start();
      phone.talked().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Consumer<FromPhone> sender(OwnSocket socket) {
    return message -> {
      try {
        socket.send(message);
      } catch (IOException closed) {
        throw new UncheckedIOException(closed);
      }
    };
  }
}
