package dev.contop.signaling;

import dev.contop.application.signaling.AcceptPhones;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.door.OriginRule;
import dev.contop.wire.SignalingCodec;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What the network reaches: the signaling WebSocket, the page and {@code /health} (T1, T94).
 *
 * <p>Nothing that pairs, lists or configures is here (T93). Starting and stopping are for one
 * thread; both block for a moment.
 */
public final class PublicListener {

  /** How long phones have to answer the close when the host stops. */
  private static final Duration LEAVE_WITHIN = Duration.ofMillis(250);

  /** Over the idle time of a socket, so that the socket closes in words before it is cut. */
  private static final Duration CUT_AFTER = Duration.ofSeconds(30);

  private final String bind;
  private final int port;
  private final String pageFolder;
  private final AcceptPhones phones;
  private final SignalingCodec codec;
  private final ReadTicks clock;
  private final PublicLimits limits;
  private final OriginRule origins;
  private Optional<PhoneSockets> sockets = Optional.empty();
  private Optional<Endpoint> endpoint = Optional.empty();

  /**
   * @param bind the address to listen on, {@code 0.0.0.0} for all
   * @param port 0 for any that is free
   * @param pageFolder where the page is on the class path, such as {@code dev/contop/web/page}
   * @param origins which web pages may open the signaling socket
   */
  public PublicListener(
      String bind,
      int port,
      String pageFolder,
      AcceptPhones phones,
      SignalingCodec codec,
      ReadTicks clock,
      PublicLimits limits,
      OriginRule origins) {
    this.bind = bind;
    this.port = port;
    this.pageFolder = pageFolder;
    this.phones = phones;
    this.codec = codec;
    this.clock = clock;
    this.limits = limits;
    this.origins = origins;
  }

  /** Listens from now on, with nothing encrypted but what WebRTC encrypts itself. */
  public void start() throws StartFailed {
    start(Optional.empty());
  }

  /**
   * Listens from now on.
   *
   * @param tls what encrypts the connections, if anything does
   * @throws StartFailed when it cannot, with cause and remedy in one line; nothing is left behind
   */
  public synchronized void start(Optional<SSLContext> tls) throws StartFailed {
    PhoneSockets fresh = new PhoneSockets(phones, codec, clock, limits);
    SecurityHeaders routes =
        new SecurityHeaders(
            new PublicRoutes(fresh, origins, new ServePage(new PageFiles(pageFolder))));
    Endpoint.Bounds bounds =
        new Endpoint.Bounds(
            limits.connections(),
            limits.connectionsPerBlock(),
            limits.requestWithin(),
            limits.idle().plus(CUT_AFTER));
    endpoint = Optional.of(Endpoint.open(bind, port, "--port", bounds, tls, routes));
    sockets = Optional.of(fresh);
  }

  /** The port that is really bound; only while it listens. */
  public synchronized int port() {
    return endpoint.orElseThrow(() -> new IllegalStateException("Not started")).port();
  }

  /** How many signaling sockets are open. */
  public synchronized int openSockets() {
    return sockets.map(PhoneSockets::count).orElse(0);
  }

  /** How many connections there are, whatever they are for. */
  public synchronized int connections() {
    return endpoint.map(Endpoint::connections).orElse(0);
  }

  /** Tells every phone with 1001, then stops; in less than a second, whatever they do. */
  public synchronized void stop() {
    try {
      if (sockets.isPresent()) {
        sockets.get().closeAll();
        sockets.get().awaitClosed(LEAVE_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      endpoint.ifPresent(Endpoint::close);
      sockets = Optional.empty();
      endpoint = Optional.empty();
    }
  }
}
