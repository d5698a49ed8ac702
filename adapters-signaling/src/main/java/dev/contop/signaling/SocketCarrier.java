package dev.contop.signaling;

import dev.contop.application.signaling.CarryToPhone;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.ToPhone;
import dev.contop.wire.SignalingCodec;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Carries signaling to one phone over its WebSocket.
 *
 * <p>Callers only add to a bounded queue; the socket's own I/O thread empties it, so nothing blocks
 * and the order holds whoever calls. After a close frame the phone has a moment to answer, then the
 * connection is cut.
 */
final class SocketCarrier implements CarryToPhone {

  private static final Logger LOG = LoggerFactory.getLogger(SocketCarrier.class);

  /** RFC 6455, section 7.4.1: the server met something unexpected. */
  private static final int INTERNAL_ERROR = 1011;

  private static final int NORMAL = CloseCode.NORMAL.number();

  private final WebSocketChannel channel;
  private final SignalingCodec codec;
  private final PublicLimits limits;
  private final Runnable trust;
  private final Queue<Outbound> unsent = new ArrayDeque<>();
  private long unsentBytes;
  private boolean draining;
  private volatile boolean closed;
  private volatile boolean closedHere;

  /** The alarm that cuts the connection; touched on the I/O thread only. */
  private Optional<XnioExecutor.Key> cut = Optional.empty();

  /**
   * @param trust is told when the phone was let in
   */
  SocketCarrier(
      WebSocketChannel channel, SignalingCodec codec, PublicLimits limits, Runnable trust) {
    this.channel = channel;
    this.codec = codec;
    this.limits = limits;
    this.trust = trust;
  }

  @Override
  public void trusted() {
    trust.run();
  }

  @Override
  public void send(ToPhone message) {
    if (closed) {
      return;
    }
    try {
      add(new Outbound.Text(StandardCharsets.UTF_8.encode(codec.write(message))));
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  @Override
  public void close(CloseCode code, String reason) {
    add(new Outbound.Close(code.number(), reason));
  }

  /** Answers the phone's close frame with the same code (RFC 6455, section 5.5.1). */
  void answerClose(byte[] content) {
    int code = content.length < 2 ? NORMAL : ByteBuffer.wrap(content).getShort() & 0xffff;
    add(new Outbound.Close(CloseMessage.isValid(code) ? code : NORMAL, ""), false);
  }

  /** Answers a ping (RFC 6455, section 5.5.3); it waits its turn and counts like a message. */
  void pong(byte[] content) {
    add(new Outbound.Pong(ByteBuffer.wrap(content)));
  }

  /** Closes after a bug, saying no more than that there was one. */
  void failed(Throwable bug) {
    LOG.error("A signaling socket closes after a bug: {}", Blame.of(bug));
    add(new Outbound.Close(INTERNAL_ERROR, "internal error"));
  }

  /** Whether this end has closed, or the connection is gone. */
  boolean isClosed() {
    return closed;
  }

  /** Whether this end has closed; what the phone said just before it hung up still counts. */
  boolean closedHere() {
    return closedHere;
  }

  /** The connection is gone: nothing is sent any more. On the I/O thread. */
  void gone() {
    closed = true;
    cut.ifPresent(XnioExecutor.Key::remove);
    cut = Optional.empty();
    synchronized (unsent) {
      unsent.clear();
    }
  }

  /** Cuts the connection without a word. Any thread. */
  void cut() {
    closed = true;
    IoUtils.safeClose(channel);
  }

  /** Cuts the connection when the phone had its time to read what was said. On the I/O thread. */
  void cutSoon() {
    closed = true;
    if (cut.isEmpty()) {
      long delay = limits.closeWithin().toMillis();
      cut =
          Optional.of(channel.getIoThread().executeAfter(this::cut, delay, TimeUnit.MILLISECONDS));
    }
  }

  private void add(Outbound frame) {
    add(frame, true);
  }

  private void add(Outbound frame, boolean here) {
    synchronized (unsent) {
      if (closed) {
        return;
      }
      boolean fits = unsentBytes + frame.weight() <= limits.unsentBytes();
      Outbound added = fits ? frame : tooSlow();
      if (added instanceof Outbound.Close) {
        closed = true;
        closedHere = here;
      }
      unsent.add(added);
      unsentBytes += added.weight();
      if (draining) {
        return;
      }
      draining = true;
    }
    try {
      channel.getIoThread().execute(this::drain);
    } catch (RuntimeException e) {
      // The listener is shutting down, and the connection with it.
      closed = true;
    }
  }

  private static Outbound tooSlow() {
    return new Outbound.Close(CloseCode.POLICY.number(), "the phone reads too slowly");
  }

  private void drain() {
    while (true) {
      Outbound frame;
      synchronized (unsent) {
        Outbound next = unsent.poll();
        if (next == null) {
          draining = false;
          return;
        }
        frame = next;
      }
      try {
        write(frame);
      } catch (RuntimeException e) {
        LOG.debug("A frame could not be sent: {}", Blame.of(e));
        cut();
      }
    }
  }

  private void write(Outbound frame) {
    if (frame instanceof Outbound.Text text) {
      WebSockets.sendText(text.utf8(), channel, release(frame.weight()));
    } else if (frame instanceof Outbound.Pong pong) {
      WebSockets.sendPong(pong.content(), channel, release(frame.weight()));
    } else if (frame instanceof Outbound.Close close) {
      cutSoon();
      if (!channel.isCloseFrameSent()) {
        WebSockets.sendClose(new CloseMessage(close.code(), close.reason()), channel, null);
      }
    }
  }

  /** Gives the room of a frame back once it is written, or cannot be. */
  private WebSocketCallback<Void> release(int weight) {
    return new WebSocketCallback<>() {
      @Override
      public void complete(WebSocketChannel sent, Void context) {
        free();
      }

      @Override
      public void onError(WebSocketChannel failed, Void context, Throwable cause) {
        free();
      }

      private void free() {
        synchronized (unsent) {
          unsentBytes -= weight;
        }
      }
    };
  }
}
