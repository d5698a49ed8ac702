package dev.contop.signaling;

import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.Introduction;
import dev.contop.wire.SignalingCodec;
import io.undertow.util.AttachmentKey;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The signaling sockets that are open, and the few threads that work for all of them.
 *
 * <p>One socket never has more than one task in the pool's queue, so the queue has room for all.
 */
final class PhoneSockets implements WebSocketConnectionCallback {

  /** What in the request introduced the phone, moved here so that nothing else sees it. */
  static final AttachmentKey<Introduction> INTRODUCTION = AttachmentKey.create(Introduction.class);

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int WORKERS = 4;

  /** Enough for an offer; who was let in may say more at once. */
  private static final int STRANGERS_BYTES = 64 * 1024;

  private final AcceptPhones phones;
  private final SignalingCodec codec;
  private final ReadTicks clock;
  private final PublicLimits limits;
  private final Places places;
  private final Set<PhoneSocket> open = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor workers;
  private volatile boolean stopping;

  PhoneSockets(AcceptPhones phones, SignalingCodec codec, ReadTicks clock, PublicLimits limits) {
    this.phones = phones;
    this.codec = codec;
    this.clock = clock;
    this.limits = limits;
    // Those whose connections were cut keep their places until their lines know.
    int sockets = 2 * limits.connections();
    places = new Places(sockets);
    workers = workers(sockets);
  }

  private static ThreadPoolExecutor workers(int sockets) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        WORKERS,
        WORKERS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(sockets),
        task -> {
          Thread thread = new Thread(task, "signaling-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void onConnect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    Endpoint.upgraded(channel);
    Doorway.Visitor visitor = exchange.getAttachment(Gate.VISITOR);
    SocketCarrier carrier = new SocketCarrier(channel, codec, limits, visitor::trust);
    PhoneSocket socket =
        new PhoneSocket(codec, carrier, limits, clock, workers, channel.getIoThread());
    channel
        .getReceiveSetter()
        .set(
            new HearPhone(
                socket, () -> visitor.isTrusted() ? limits.messageBytes() : STRANGERS_BYTES));
    if (places.take()) {
      admit(channel, socket, cameFrom(exchange, channel), introduction(exchange));
    } else {
      channel.addCloseTask(gone -> socket.neverOpened());
      carrier.close(CloseCode.POLICY, "too many connections");
      channel.resumeReceives();
    }
  }

  private void admit(
      WebSocketChannel channel, PhoneSocket socket, CameFrom from, Introduction introduction) {
    channel.addCloseTask(
        gone -> {
          open.remove(socket);
          socket.gone(() -> places.free());
        });
    open.add(socket);
    // In this order: a socket that closeAll did not see sees that it was called.
    if (stopping) {
      goAway(socket);
      channel.resumeReceives();
    } else {
      // Nothing is read from a phone before it is known what to make of it.
      socket.opened(
          phones, introduction, from, () -> channel.getIoThread().execute(channel::resumeReceives));
    }
  }

  private static CameFrom cameFrom(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    // The last of them is the one that the nearest proxy wrote or added to.
    List<String> said =
        exchange.getRequestHeaders().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(FORWARDED_FOR))
            .flatMap(header -> header.getValue().stream())
            .toList();
    return CameFrom.of(
        RemoteAddress.of(channel.getSourceAddress()),
        said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1)));
  }

  private static Introduction introduction(WebSocketHttpExchange exchange) {
    return Optional.ofNullable(exchange.getAttachment(INTRODUCTION))
        .orElseGet(Introduction.Unusable::new);
  }

  private static void goAway(PhoneSocket socket) {
    socket.carrier().close(CloseCode.GOING_AWAY, "the host is shutting down");
  }

  /** How many sockets are open, or not yet taken leave of. */
  int count() {
    return places.taken();
  }

  /** Closes every socket and lets no more in. */
  void closeAll() {
    stopping = true;
    open.forEach(PhoneSockets::goAway);
  }

  /** Waits for the phones to answer, cuts off those that do not, and ends the threads. */
  void awaitClosed(Duration patience) throws InterruptedException {
    places.awaitEmpty(patience);
    open.forEach(socket -> socket.carrier().cut());
    places.awaitEmpty(patience);
    workers.shutdownNow();
  }
}
