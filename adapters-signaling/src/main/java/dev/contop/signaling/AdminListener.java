package dev.contop.signaling;

import dev.contop.application.door.RecognizeCaller;
import dev.contop.domain.door.Secret;
import dev.contop.wire.PairingCodec;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What only this machine reaches: the dashboard, pairing, listing, revoking (T93, T94), on
 * 127.0.0.1 and, where there is one, ::1.
 *
 * <p>Starting and stopping are for one thread; both block for a moment.
 */
public final class AdminListener {

  private static final String OPTION = "--admin-port";
  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int WAITING_REQUESTS = 32;
  private static final Endpoint.Bounds BOUNDS =
      new Endpoint.Bounds(64, 64, Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final int port;
  private final AdminPages pages;
  private final AdminUses uses;
  private final PairingCodec codec;
  private final RecognizeCaller callers;
  private final Secret secret;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private Optional<ThreadPoolExecutor> workers = Optional.empty();

  /**
   * @param port 0 for any that is free
   * @param pages the pages that it serves
   * @param callers says which requests are the owner's
   * @param secret lets the owner in where that is not known
   */
  public AdminListener(
      int port,
      AdminPages pages,
      AdminUses uses,
      PairingCodec codec,
      RecognizeCaller callers,
      Secret secret) {
    this.port = port;
    this.pages = pages;
    this.uses = uses;
    this.codec = codec;
    this.callers = callers;
    this.secret = secret;
  }

  private static ThreadPoolExecutor pool() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING_REQUESTS),
        AdminListener::thread);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "admin");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Listens from now on.
   *
   * @throws StartFailed when it cannot, with cause and remedy in one line; nothing is left behind
   */
  public synchronized void start() throws StartFailed {
    ThreadPoolExecutor pool = pool();
    workers = Optional.of(pool);
    AdminRoutes routes = new AdminRoutes(uses, codec, new PageFiles(pages.desk()), pool);
    RecordingRoutes recordings =
        new RecordingRoutes(
            new PageFiles(pages.recordings()), uses.recordings(), uses.devices(), pool, routes);
    SecurityHeaders handler =
        new SecurityHeaders(
            new LoopbackOnly(
                recordings,
                path -> routes.isForAnybody(path) || recordings.isForAnybody(path),
                callers,
                secret,
                pool));
    try {
      endpoints.add(Endpoint.open("127.0.0.1", port, OPTION, BOUNDS, Optional.empty(), handler));
      if (hasIpv6Loopback()) {
        // On the same port, or another program could take it and be called localhost too.
        endpoints.add(Endpoint.open("::1", port(), OPTION, BOUNDS, Optional.empty(), handler));
      }
    } catch (StartFailed e) {
      stop();
      throw e;
    }
  }

  private static boolean hasIpv6Loopback() {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByAddress(IPV6_LOOPBACK)) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }

  /** The port that is really bound; only while it listens. */
  public synchronized int port() {
    if (endpoints.isEmpty()) {
      throw new IllegalStateException("Not started");
    }
    return endpoints.get(0).port();
  }

  /** Stops, in less than a second. */
  public synchronized void stop() {
    endpoints.forEach(Endpoint::close);
    endpoints.clear();
    workers.ifPresent(ThreadPoolExecutor::shutdownNow);
    workers = Optional.empty();
  }
}
