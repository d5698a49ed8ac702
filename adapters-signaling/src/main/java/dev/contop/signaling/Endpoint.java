package dev.contop.signaling;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * One HTTP server on one address and port, with every limit set.
 *
 * <p>Opening and closing block for a moment; closing takes at most a third of a second.
 */
final class Endpoint {

  private static final int HEADER_BYTES = 16 * 1024;
  private static final int HEADERS = 64;
  private static final int PARAMETERS = 16;
  private static final int COOKIES = 32;
  private static final long ENTITY_BYTES = 16 * 1024;
  private static final int IO_THREADS = 2;
  private static final int BACKLOG = 1024;

  /** What one record of TLS holds. */
  private static final int BUFFER_BYTES = 16 * 1024 - 20;

  private static final Duration CLOSE_WITHIN = Duration.ofMillis(150);

  /**
   * What one endpoint bears.
   *
   * @param connections how many are served at once
   * @param connectionsPerBlock how many of them from one address block, besides those let in
   * @param requestWithin how long a client may take for a request, or stay silent in one
   * @param idle after which a WebSocket on which nothing moves is cut
   */
  record Bounds(int connections, int connectionsPerBlock, Duration requestWithin, Duration idle) {}

  private final XnioWorker worker;
  private final ByteBufferPool buffers;
  private final AcceptingChannel<? extends StreamConnection> listener;
  private final Doorway doorway;
  private final InFlight requests;

  private Endpoint(
      XnioWorker worker,
      ByteBufferPool buffers,
      AcceptingChannel<? extends StreamConnection> listener,
      Doorway doorway,
      InFlight requests) {
    this.worker = worker;
    this.buffers = buffers;
    this.listener = listener;
    this.doorway = doorway;
    this.requests = requests;
  }

  /**
   * Opens an endpoint.
   *
   * @param bind a name or address of this machine
   * @param port 0 for any that is free
   * @param option the command line option that sets the port, for the remedy
   * @param tls what encrypts it, if anything does
   */
  static Endpoint open(
      String bind,
      int port,
      String option,
      Bounds bounds,
      Optional<SSLContext> tls,
      HttpHandler handler)
      throws StartFailed {
    InetAddress address;
    try {
      address = InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new StartFailed(bind + " is not an address of this machine; choose another", e);
    }
    if (port < 0 || port > 65535) {
      throw new StartFailed(
          port + " is not a port; choose one from 1 to 65535 with " + option,
          new IllegalArgumentException());
    }
    try {
      return open(new InetSocketAddress(address, port), bounds, tls, handler);
    } catch (IOException | RuntimeException e) {
      throw failed(address, port, option, e);
    }
  }

  private static Endpoint open(
      InetSocketAddress address, Bounds bounds, Optional<SSLContext> tls, HttpHandler handler)
      throws IOException {
    Xnio xnio = Xnio.getInstance(Endpoint.class.getClassLoader());
    XnioWorker worker = xnio.createWorker(workerOptions(bounds));
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4);
    try {
      Doorway doorway = new Doorway(bounds.connections(), bounds.connectionsPerBlock());
      HttpOpenListener http = new HttpOpenListener(buffers, httpOptions(bounds));
      Gate gate = new Gate(doorway, http);
      InFlight requests = new InFlight(gate.naming(new PlainRequests(handler)));
      http.setRootHandler(requests);
      AcceptingChannel<? extends StreamConnection> listener =
          tls.isPresent()
              ? new UndertowXnioSsl(xnio, OptionMap.EMPTY, tls.get())
                  .createSslConnectionServer(worker, address, gate, socketOptions(bounds))
              : worker.createStreamConnectionServer(address, gate, socketOptions(bounds));
      listener.resumeAccepts();
      return new Endpoint(worker, buffers, listener, doorway, requests);
    } catch (IOException | RuntimeException e) {
      worker.shutdownNow();
      buffers.close();
      throw e;
    }
  }

  private static OptionMap workerOptions(Bounds bounds) {
    return OptionMap.builder()
        .set(Options.WORKER_IO_THREADS, IO_THREADS)
        // Everything that takes time has its own pool, so these threads have little to do.
        .set(Options.WORKER_TASK_CORE_THREADS, 1)
        .set(Options.WORKER_TASK_MAX_THREADS, 1)
        .set(Options.TCP_NODELAY, true)
        .set(Options.CORK, true)
        // The doorway keeps their number lower; this is for those that are just being closed.
        .set(Options.CONNECTION_HIGH_WATER, 2 * bounds.connections())
        .set(Options.CONNECTION_LOW_WATER, 2 * bounds.connections())
        .getMap();
  }

  private static OptionMap socketOptions(Bounds bounds) {
    int requestMillis = (int) bounds.requestWithin().toMillis();
    return OptionMap.builder()
        .addAll(workerOptions(bounds))
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.BALANCING_TOKENS, 1)
        .set(Options.BALANCING_CONNECTIONS, 2)
        .set(Options.BACKLOG, BACKLOG)
        .set(Options.READ_TIMEOUT, requestMillis)
        .set(Options.WRITE_TIMEOUT, requestMillis)
        .getMap();
  }

  private static OptionMap httpOptions(Bounds bounds) {
    int requestMillis = (int) bounds.requestWithin().toMillis();
    return OptionMap.builder()
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        .set(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
        .set(UndertowOptions.MAX_HEADERS, HEADERS)
        .set(UndertowOptions.MAX_PARAMETERS, PARAMETERS)
        .set(UndertowOptions.MAX_COOKIES, COOKIES)
        .set(UndertowOptions.MAX_ENTITY_SIZE, ENTITY_BYTES)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, requestMillis)
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, requestMillis)
        .set(UndertowOptions.IDLE_TIMEOUT, (int) bounds.idle().toMillis())
        .getMap();
  }

  private static StartFailed failed(
      InetAddress address, int port, String option, Exception failure) {
    Throwable cause =
        failure instanceof RuntimeException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    String at = address.getHostAddress();
    if (cause instanceof BindException && reason.contains("in use")) {
      return new StartFailed(
          "Port " + port + " is taken by another program; stop it or choose another with " + option,
          cause);
    }
    if (cause instanceof BindException && reason.contains("assign")) {
      return new StartFailed(at + " is not an address of this machine; choose another", cause);
    }
    if (reason.contains("permission")) {
      return new StartFailed(
          "Port " + port + " needs more rights; choose one above 1023 with " + option, cause);
    }
    return new StartFailed(
        "Cannot listen on " + at + " port " + port + ": " + cause.getMessage(), cause);
  }

  /** Gives a connection that is now a WebSocket the time that WebSockets have. */
  static void upgraded(WebSocketChannel channel) {
    try {
      channel.setOption(Options.READ_TIMEOUT, 0);
      channel.setOption(Options.WRITE_TIMEOUT, 0);
    } catch (IOException e) {
      // The connection is gone already.
      IoUtils.safeClose(channel);
    }
  }

  /** The port it is bound to. */
  int port() {
    return listener.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /** How many connections there are. */
  int connections() {
    return doorway.size();
  }

  void close() {
    try {
      listener.suspendAccepts();
      requests.awaitNone(CLOSE_WITHIN);
      IoUtils.safeClose(listener);
      doorway.clear();
      worker.shutdown();
      if (!worker.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      IoUtils.safeClose(listener);
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      buffers.close();
    }
  }
}
