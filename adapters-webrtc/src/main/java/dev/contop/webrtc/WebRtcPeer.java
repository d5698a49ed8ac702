package dev.contop.webrtc;

import dev.contop.application.peer.ObservePeer;
import dev.contop.application.peer.Peer;
import dev.contop.application.session.SerialQueue;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.View;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCPeerConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a phone.
 *
 * <p>All calls of the library are made on the peer's own queue, in the order in which they came;
 * what its callbacks tell comes back through the same queue, but for messages, which go straight to
 * the observer.
 */
final class WebRtcPeer implements Peer {

  private static final Logger LOG = LoggerFactory.getLogger(WebRtcPeer.class);

  private static final Duration UNCLOG = Duration.ofMillis(8);
  private static final Duration DRAIN = Duration.ofMillis(5);
  private static final Duration DRAIN_AT_MOST = Duration.ofMillis(250);

  private final SerialQueue queue;
  private final Generations generations;
  private final RTCConfiguration configuration;
  private final WebRtcSettings settings;
  private final Schedule schedule;
  private final ReadTicks clock;
  private final Consumer<WebRtcPeer> ended;
  private final Observed observed;
  private final NativeEdge edge;
  private final Answering answering;
  private final OutgoingMessages outgoing;
  private final PeerChannels channels;
  private final AtomicBoolean closing = new AtomicBoolean();

  // Belong to the queue.
  private Optional<Generation> generation = Optional.empty();
  private Optional<RTCPeerConnection> connection = Optional.empty();
  private Optional<PeerVideo> video = Optional.empty();
  private View view = View.USUAL;
  private Ticks drainUntil = Ticks.NEVER;
  private boolean clogged;
  private boolean closed;

  WebRtcPeer(
      ObservePeer observer,
      SerialQueue queue,
      Generations generations,
      RTCConfiguration configuration,
      WebRtcSettings settings,
      Schedule schedule,
      ReadTicks clock,
      Consumer<WebRtcPeer> ended) {
    this.queue = queue;
    this.generations = generations;
    this.configuration = configuration;
    this.settings = settings;
    this.schedule = schedule;
    this.clock = clock;
    this.ended = ended;
    this.observed = new Observed(observer);
    this.edge = new NativeEdge(this::post);
    this.answering = new Answering(edge, observed, settings.video());
    this.outgoing = new OutgoingMessages(observed);
    this.channels = new PeerChannels(edge, observed, this::reliable);
  }

  /** Asks for a generation; its connection is made before the first offer is there. */
  void begin() {
    generations.acquire(
        granted -> {
          if (!queue.offerUrgent(guarded(() -> connect(granted)))) {
            generations.release(0);
          }
        },
        () -> post(answering::failed));
  }

  @Override
  public void negotiate(SessionDescription offer) {
    request(() -> answering.offered(offer));
  }

  @Override
  public void addCandidate(IceCandidate candidate) {
    request(() -> answering.addCandidate(candidate));
  }

  @Override
  public void send(byte[] utf8) {
    request(
        () -> {
          if (outgoing.add(utf8)) {
            flush();
          } else {
            fail("more messages wait than anyone may send");
          }
        });
  }

  @Override
  public void show(View wanted) {
    request(
        () -> {
          view = wanted;
          video.ifPresent(mine -> mine.show(wanted));
        });
  }

  @Override
  public void measure(Consumer<VideoFigures> told) {
    request(() -> video.ifPresent(mine -> mine.measure(told)));
  }

  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      observed.hush();
      if (!queue.offerUrgent(guarded(this::leave))) {
        // The pool is down: nothing native can be called any more, and nobody waits for it.
        observed.gone();
        ended.accept(this);
      }
    }
  }

  /** Statistics of the video, given on the peer's queue. */
  void statistics(Consumer<VideoStatistics> to) {
    post(() -> video.ifPresent(mine -> mine.statistics(to)));
  }

  /** Looks at the native connection, on the peer's queue, if there is one. */
  void look(Consumer<RTCPeerConnection> at) {
    post(() -> connection.ifPresent(at));
  }

  private void connect(Generation granted) {
    if (closed) {
      generations.release(0);
      return;
    }
    generation = Optional.of(granted);
    RTCPeerConnection made = granted.connect(configuration, edge.connection(new Events()));
    if (made == null) {
      answering.failed();
      return;
    }
    connection = Optional.of(made);
    PeerVideo mine =
        new PeerVideo(
            granted, view, settings.video(), edge, schedule, clock, this::post, this::look);
    video = Optional.of(mine);
    answering.connected(made, mine.sending());
  }

  private final class Events implements NativeEdge.ConnectionEvents {
    @Override
    public void gathered(IceCandidate candidate) {
      answering.gathered(candidate);
    }

    @Override
    public void connectivityChanged(Connectivity connectivity) {
      observed.connectivityChanged(connectivity);
      if (connectivity == Connectivity.CONNECTED) {
        video.ifPresent(PeerVideo::connected);
      }
    }

    @Override
    public void channelOffered(RTCDataChannel channel) {
      channels.offered(channel);
    }
  }

  private void reliable(Optional<RTCDataChannel> open) {
    if (open.isPresent()) {
      outgoing.through(open.get());
      flush();
    } else {
      outgoing.stop();
    }
  }

  private void flush() {
    if (!clogged && outgoing.flush()) {
      clogged = true;
      schedule.after(
          UNCLOG,
          () ->
              post(
                  () -> {
                    clogged = false;
                    flush();
                  }));
    }
  }

  /** Lets what was sent leave, for a short while, and then closes. */
  private void leave() {
    drainUntil = clock.now().plus(DRAIN_AT_MOST);
    drain();
  }

  private void drain() {
    boolean drained;
    try {
      outgoing.flush();
      drained = outgoing.isDrained();
    } catch (Throwable channelIsGone) {
      drained = true;
    }
    if (drained || drainUntil.reachedAt(clock.now()) || !drainAgain()) {
      tearDown();
    }
  }

  private boolean drainAgain() {
    try {
      schedule.after(DRAIN, () -> queue.offerUrgent(guarded(this::drain)));
      return true;
    } catch (RuntimeException timersAreDown) {
      return false;
    }
  }

  /** In the order that closes cleanly; each step whatever became of those before. */
  private void tearDown() {
    if (closed) {
      return;
    }
    closed = true;
    video.ifPresent(PeerVideo::leave);
    channels.close();
    connection.ifPresent(open -> Disposing.quietly(open::close));
    connection = Optional.empty();
    channels.dispose();
    video.ifPresent(PeerVideo::dispose);
    video = Optional.empty();
    generation.ifPresent(mine -> generations.release(observed.received()));
    generation = Optional.empty();
    queue.close();
    observed.gone();
    ended.accept(this);
  }

  /** From the outside: without effect once the peer closes. */
  private void request(Runnable work) {
    if (!closing.get()) {
      post(work);
    }
  }

  /** For the queue; native threads come this way too. */
  private void post(Runnable work) {
    boolean taken =
        queue.offer(
            guarded(
                () -> {
                  if (!closed) {
                    work.run();
                  }
                }));
    if (!taken && !closing.get()) {
      fail("more happens than it can follow");
    }
  }

  private void fail(String reason) {
    LOG.warn("A connection is given up: {}", reason);
    observed.connectivityChanged(Connectivity.FAILED);
    close();
  }

  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (Throwable fault) {
        // Without its message: the library puts parts of session descriptions into those.
        LOG.error(
            "Work for a connection failed: {} at {}",
            fault.getClass().getName(),
            fault.getStackTrace().length == 0 ? "?" : fault.getStackTrace()[0]);
      }
    };
  }
}
