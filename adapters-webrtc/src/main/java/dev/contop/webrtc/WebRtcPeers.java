package dev.contop.webrtc;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.peer.ObservePeer;
import dev.contop.application.peer.OpenPeer;
import dev.contop.application.peer.Peer;
import dev.contop.application.peer.ReturnMemory;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.session.SerialQueue;
import dev.contop.application.signaling.PlayPhone;
import dev.contop.application.signaling.PlayedPhone;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceServer;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes peers with webrtc-java.
 *
 * <p>All of them share one native factory, one video track with the screen on it, and a small pool
 * of threads that call the library, one peer at a time each.
 */
public final class WebRtcPeers implements OpenPeer, PlayPhone, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebRtcPeers.class);

  private static final int THREADS = 3;
  private static final int MAX_QUEUES = 1024;
  private static final int QUEUED = 1024;
  private static final int RESERVED = 16;
  private static final Duration PEERS_CLOSE_WITHIN = Duration.ofSeconds(1);
  private static final Duration LIBRARY_CLOSES_WITHIN = Duration.ofSeconds(1);

  private final WebRtcSettings settings;
  private final CheckedIdentity identity;
  private final Schedule schedule;
  private final ReadTicks clock;
  private final ThreadPoolExecutor pool;
  private final Generations generations;
  private final Expectation expectation;
  private final Set<WebRtcPeer> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Loads nothing native yet.
   *
   * @param memory is asked when the last peer has gone
   * @throws IllegalArgumentException when the certificate cannot be used, with the reason in words
   */
  public WebRtcPeers(
      WebRtcSettings settings,
      HostIdentity identity,
      WatchScreen screen,
      ReadTicks clock,
      Schedule schedule,
      ReturnMemory memory) {
    this.settings = settings;
    this.identity = CheckedIdentity.of(identity);
    this.schedule = schedule;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_QUEUES),
            work -> {
              Thread thread = new Thread(work, "webrtc-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.generations =
        new Generations(
            new SerialQueue(pool, 0, MAX_QUEUES),
            () -> Generation.make(screen, settings.video(), clock),
            settings.recycleAfter(),
            memory);
    this.expectation = new Expectation(generations, schedule, clock);
  }

  /**
   * Loads the library and makes the first factory in the background. Never blocks. The result fails
   * with the reason in words when the library cannot be used on this machine.
   */
  public CompletableFuture<Void> warmUp() {
    return generations.warmUp();
  }

  @Override
  public PlayedPhone play(Consumer<FromPhone> signaling) {
    OwnPhone phone = new OwnPhone(new SerialQueue(pool, QUEUED, RESERVED), generations, signaling);
    phone.begin();
    return phone;
  }

  @Override
  public void expect() {
    expectation.begin();
  }

  @Override
  public Peer open(PeerId id, ObservePeer observer) {
    WebRtcPeer peer =
        new WebRtcPeer(
            observer,
            new SerialQueue(pool, QUEUED, RESERVED),
            generations,
            configuration(),
            settings,
            schedule,
            clock,
            this::ended);
    open.add(peer);
    if (closed) {
      peer.close();
    } else {
      peer.begin();
    }
    return peer;
  }

  /** Closes every peer and gives back what is native. Blocks for at most some two seconds. */
  @Override
  public void close() {
    closed = true;
    open.forEach(WebRtcPeer::close);
    expectation.close();
    awaitPeers();
    try {
      generations.close().get(LIBRARY_CLOSES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notInTime) {
      LOG.warn("The WebRTC library did not close in time");
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    pool.shutdown();
  }

  int generationsMade() {
    return generations.made();
  }

  private void ended(WebRtcPeer peer) {
    open.remove(peer);
    synchronized (open) {
      open.notifyAll();
    }
  }

  private void awaitPeers() {
    long deadline = System.nanoTime() + PEERS_CLOSE_WITHIN.toNanos();
    synchronized (open) {
      long left = PEERS_CLOSE_WITHIN.toMillis();
      while (!open.isEmpty() && left > 0) {
        try {
          open.wait(left);
        } catch (InterruptedException hurry) {
          Thread.currentThread().interrupt();
          return;
        }
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
    }
  }

  private RTCConfiguration configuration() {
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.certificates.add(identity.toLibrary());
    configuration.iceTransportPolicy =
        settings.relayOnly() ? RTCIceTransportPolicy.RELAY : RTCIceTransportPolicy.ALL;
    for (IceServer server : settings.iceServers()) {
      RTCIceServer theirs = new RTCIceServer();
      theirs.urls.addAll(server.urls());
      server.user().ifPresent(user -> theirs.username = user);
      server.credential().ifPresent(credential -> theirs.password = credential);
      configuration.iceServers.add(theirs);
    }
    return configuration;
  }
}
