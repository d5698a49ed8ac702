package dev.contop.signaling;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.xnio.IoUtils;
import org.xnio.Options;

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
  private static final Duration CLOSE_WITHIN = Duration.ofMillis(150);

  /**
   * What one endpoint bears.
   *
   * @param connections how many are served at once
   * @param requestWithin how long a client may take for a request, or stay silent in one
   * @param idle after which a WebSocket on which nothing moves is cut
   */
  record Bounds(int connections, Duration requestWithin, Duration idle) {}

  private final Undertow server;

  private final InFlight requests;

  private Endpoint(Undertow server, InFlight requests) {
    this.server = server;
    this.requests = requests;
  }

  /**
   * Opens an endpoint.
   *
   * @param bind a name or address of this machine
   * @param port 0 for any that is free
   * @param option the command line option that sets the port, for the remedy
   */
  static Endpoint open(String bind, int port, String option, Bounds bounds, HttpHandler handler)
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
    InFlight requests = new InFlight(handler);
    Undertow server = server(address, port, bounds, requests);
    try {
      server.start();
      return new Endpoint(server, requests);
    } catch (RuntimeException e) {
      stop(server);
      throw failed(address, port, option, e);
    }
  }

  private static Undertow server(
      InetAddress address, int port, Bounds bounds, HttpHandler handler) {
    int requestMillis = (int) bounds.requestWithin().toMillis();
    return Undertow.builder()
        .addHttpListener(port, address.getHostAddress(), handler)
        .setIoThreads(2)
        // Everything that takes time has its own pool, so these threads have nothing to do.
        .setWorkerThreads(1)
        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
        .setServerOption(UndertowOptions.MAX_HEADERS, HEADERS)
        .setServerOption(UndertowOptions.MAX_PARAMETERS, PARAMETERS)
        .setServerOption(UndertowOptions.MAX_COOKIES, COOKIES)
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, ENTITY_BYTES)
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, requestMillis)
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, requestMillis)
        .setSocketOption(Options.READ_TIMEOUT, requestMillis)
        .setSocketOption(Options.WRITE_TIMEOUT, requestMillis)
        .setServerOption(UndertowOptions.IDLE_TIMEOUT, (int) bounds.idle().toMillis())
        .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, (int) CLOSE_WITHIN.toMillis())
        .setSocketOption(Options.CONNECTION_HIGH_WATER, bounds.connections())
        .setSocketOption(Options.CONNECTION_LOW_WATER, bounds.connections())
        .build();
  }

  private static StartFailed failed(
      InetAddress address, int port, String option, RuntimeException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
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

  private static void stop(Undertow server) {
    try {
      server.stop();
    } catch (RuntimeException e) {
      // It had not come up far enough to have anything to stop.
      return;
    }
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
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  void close() {
    try {
      server.getListenerInfo().forEach(Undertow.ListenerInfo::suspend);
      requests.awaitNone(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop(server);
    }
  }
}
