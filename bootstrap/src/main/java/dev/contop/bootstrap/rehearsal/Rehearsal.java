package dev.contop.bootstrap.rehearsal;

import dev.contop.application.signaling.PlayPhone;
import dev.contop.application.signaling.PlayedPhone;
import dev.contop.domain.binding.HashWithKey;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.TokenKey;
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
  private final DeviceId device;
  private final Supplier<TokenKey> key;
  private final Fingerprint host;
  private final HashWithKey hash;
  private final Runnable leave;

  /**
   * @param listener on the loopback interface only, with a door of its own
   * @param key makes a key under which this door knows the device; asked once
   * @param host the fingerprint of the host's certificate
   * @param leave ends the session behind that door
   */
  public Rehearsal(
      PublicListener listener,
      PlayPhone phones,
      DeviceId device,
      Supplier<TokenKey> key,
      Fingerprint host,
      HashWithKey hash,
      Runnable leave) {
    this.listener = listener;
    this.phones = phones;
    this.device = device;
    this.key = key;
    this.host = host;
    this.hash = hash;
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
    TokenKey paired = key.get();
    try (OwnSocket socket =
        OwnSocket.open(listener.port(), device, new SignalingCodec(), PATIENCE)) {
      ProvingPhone proving = new ProvingPhone(device, paired, host, hash, sender(socket));
      talk(socket, proving);
    }
  }

  private void talk(OwnSocket socket, ProvingPhone proving)
      throws ExecutionException, TimeoutException, InterruptedException {
    try (PlayedPhone phone = phones.play(proving::says)) {
      Thread ears =
          new Thread(
              () -> socket.listen(message -> proving.hears(message, phone::received)), "rehearsal");
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
