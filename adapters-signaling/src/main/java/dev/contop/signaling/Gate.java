package dev.contop.signaling;

import dev.contop.domain.limits.AddressBlock;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/**
 * Accepts connections as far as the {@link Doorway} has room, and tells each request whose visitor
 * it is. I/O threads only.
 */
final class Gate implements ChannelListener<AcceptingChannel<? extends StreamConnection>> {

  /** The visitor whose request it is. */
  static final AttachmentKey<Doorway.Visitor> VISITOR = AttachmentKey.create(Doorway.Visitor.class);

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Doorway doorway;
  private final ChannelListener<StreamConnection> open;
  private final Map<StreamConnection, Doorway.Visitor> visitors = new ConcurrentHashMap<>();

  /**
   * @param open takes over a connection that was accepted
   */
  Gate(Doorway doorway, ChannelListener<StreamConnection> open) {
    this.doorway = doorway;
    this.open = open;
  }

  @Override
  public void handleEvent(AcceptingChannel<? extends StreamConnection> listener) {
    try {
      StreamConnection connection = listener.accept();
      if (connection != null) {
        accepted(connection);
      }
    } catch (IOException | RuntimeException failed) {
      LOG.debug("A connection could not be accepted: {}", Blame.of(failed));
    }
  }

  private void accepted(StreamConnection connection) {
    String address = RemoteAddress.of(connection.getPeerAddress(InetSocketAddress.class));
    Optional<Doorway.Visitor> visitor =
        doorway.enter(AddressBlock.of(address), () -> end(connection));
    if (visitor.isEmpty()) {
      IoUtils.safeClose(connection);
      return;
    }
    visitors.put(connection, visitor.get());
    open.handleEvent(connection);
    ChannelListener<? super StreamConnection> others = connection.getCloseListener();
    connection.setCloseListener(
        closed -> {
          left(closed);
          ChannelListeners.invokeChannelListener(closed, others);
        });
    if (!connection.isOpen()) {
      left(connection);
    }
  }

  private void left(StreamConnection connection) {
    Doorway.Visitor visitor = visitors.remove(connection);
    if (visitor != null) {
      visitor.leave();
    }
  }

  private static void end(StreamConnection connection) {
    try {
      connection.getIoThread().execute(() -> IoUtils.safeClose(connection));
    } catch (RejectedExecutionException stopping) {
      IoUtils.safeClose(connection);
    }
  }

  /** A handler that names the visitor and goes on with {@code next}. */
  HttpHandler naming(HttpHandler next) {
    return exchange -> {
      name(exchange);
      next.handleRequest(exchange);
    };
  }

  private void name(HttpServerExchange exchange) {
    if (exchange.getConnection() instanceof AbstractServerConnection connection) {
      Doorway.Visitor visitor = visitors.get(connection.getChannel());
      if (visitor != null) {
        exchange.putAttachment(VISITOR, visitor);
      }
    }
  }
}
