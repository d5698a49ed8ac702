package dev.contop.webrtc;

import dev.contop.application.peer.ObservePeer;
import dev.contop.application.session.SerialQueue;
import dev.contop.application.signaling.PlayedPhone;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The phone's side of a connection, in the host's own process: it offers, opens both channels,
 * receives the screen, and asks the host a number of times for its state.
 *
 * <p>It asks no ICE server, so that nothing of it leaves the machine. All calls of the library are
 * made on a queue of its own.
 */
final class OwnPhone implements PlayedPhone {

  /** Enough for the virtual machine to learn the way of a message. */
  private static final int QUESTIONS = 60;

  /** Harmless when nothing runs, and answered all the same (T51). */
  private static final byte[] QUESTION =
      "{\"type\":\"execution_stop\",\"id\":\"00000000-0000-4000-8000-000000000000\",\"payload\":{}}"
          .getBytes(StandardCharsets.UTF_8);

  private final SerialQueue queue;
  private final Generations generations;
  private final Consumer<FromPhone> signaling;
  private final NativeEdge edge = new NativeEdge(this::post);
  private final Observed observed = new Observed(new Ears());
  private final RemoteCandidates candidates = new RemoteCandidates();
  private final CompletableFuture<Void> talked = new CompletableFuture<>();

  // Belong to the queue.
  private final List<RTCDataChannel> channels = new ArrayList<>();
  private Optional<Generation> generation = Optional.empty();
  private Optional<RTCPeerConnection> connection = Optional.empty();
  private int answers;
  private boolean closed;

  OwnPhone(SerialQueue queue, Generations generations, Consumer<FromPhone> signaling) {
    this.queue = queue;
    this.generations = generations;
    this.signaling = signaling;
  }

  void begin() {
    generations.acquire(
        granted -> {
          if (!queue.offer(() -> connect(granted))) {
            generations.release(0);
          }
        },
        () -> fail("no connection can be made"));
  }

  @Override
  public void received(ToPhone message) {
    if (message instanceof ToPhone.Answer answer) {
      post(() -> connection.ifPresent(open -> apply(open, answer.description())));
    } else if (message instanceof ToPhone.Candidate candidate) {
      post(() -> connection.ifPresent(open -> candidates.add(candidate.candidate(), open)));
    } else {
      fail("the host refused the offer");
    }
  }

  @Override
  public CompletableFuture<Void> talked() {
    return talked;
  }

  @Override
  public void close() {
    if (!queue.offerUrgent(this::leave)) {
      fail("the host is shutting down");
    }
  }

  private void connect(Generation granted) {
    if (closed) {
      generations.release(0);
      return;
    }
    generation = Optional.of(granted);
    RTCPeerConnection made =
        granted.connect(new RTCConfiguration(), edge.connection(new Gathering()));
    if (made == null) {
      fail("the library makes no connection");
      return;
    }
    connection = Optional.of(made);
    RTCRtpTransceiverInit receiving = new RTCRtpTransceiverInit();
    receiving.direction = RTCRtpTransceiverDirection.RECV_ONLY;
    // The library makes no transceiver without a track; this one is not sent.
    made.addTransceiver(granted.track(), receiving);
    RTCDataChannelInit lossy = new RTCDataChannelInit();
    lossy.ordered = false;
    lossy.maxRetransmits = 0;
    open(made, ChannelLabel.RELIABLE, new RTCDataChannelInit());
    open(made, ChannelLabel.FAST, lossy);
    made.createOffer(
        new RTCOfferOptions(),
        edge.created(offer -> offer(made, offer), () -> fail("the library makes no offer")));
  }

  private void open(RTCPeerConnection made, ChannelLabel label, RTCDataChannelInit how) {
    RTCDataChannel channel = made.createDataChannel(label.label(), how);
    channels.add(channel);
    channel.registerObserver(edge.channel(label, () -> {}, observed));
  }

  private void offer(RTCPeerConnection made, RTCSessionDescription offer) {
    signaling.accept(
        new FromPhone.Offer(
            new SessionDescription(offer.sdp),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty()));
    made.setLocalDescription(
        offer, edge.applied(() -> {}, () -> fail("the library rejects its own offer")));
  }

  private void apply(RTCPeerConnection open, SessionDescription answer) {
    open.setRemoteDescription(
        new RTCSessionDescription(RTCSdpType.ANSWER, answer.sdp()),
        edge.applied(() -> candidates.release(open), () -> fail("the library rejects the answer")));
  }

  /** The host said something over the reliable channel: its greeting, or an answer. */
  private void heard() {
    if (answers++ == QUESTIONS) {
      talked.complete(null);
      return;
    }
    try {
      channels.get(0).send(new RTCDataChannelBuffer(ByteBuffer.wrap(QUESTION), false));
    } catch (Exception closing) {
      fail("the channel takes no message");
    }
  }

  private void leave() {
    if (closed) {
      return;
    }
    closed = true;
    channels.forEach(channel -> Disposing.quietly(channel::unregisterObserver));
    channels.forEach(channel -> Disposing.quietly(channel::close));
    connection.ifPresent(open -> Disposing.quietly(open::close));
    channels.forEach(channel -> Disposing.quietly(channel::dispose));
    generation.ifPresent(mine -> generations.release(observed.received()));
    queue.close();
    fail("the phone has left");
  }

  private void post(Runnable work) {
    queue.offer(
        () -> {
          try {
            if (!closed) {
              work.run();
            }
          } catch (Throwable fault) {
            fail(fault.getClass().getName());
          }
        });
  }

  private void fail(String reason) {
    talked.completeExceptionally(new IllegalStateException(reason));
  }

  private final class Gathering implements NativeEdge.ConnectionEvents {
    @Override
    public void gathered(IceCandidate candidate) {
      signaling.accept(new FromPhone.Candidate(candidate));
    }

    @Override
    public void connectivityChanged(Connectivity connectivity) {}

    @Override
    public void channelOffered(RTCDataChannel channel) {}
  }

  /** Told on native threads: it only posts. */
  private final class Ears implements ObservePeer {
    @Override
    public void received(ChannelLabel channel, byte[] message) {
      post(OwnPhone.this::heard);
    }

    @Override
    public void answered(SessionDescription answer) {}

    @Override
    public void refused(String reason) {}

    @Override
    public void gathered(IceCandidate candidate) {}

    @Override
    public void channelOpened(ChannelLabel channel) {}

    @Override
    public void channelClosed(ChannelLabel channel) {}

    @Override
    public void dropped(ChannelLabel channel, Refusal cause) {}

    @Override
    public void connectivityChanged(Connectivity connectivity) {}

    @Override
    public void written(int count) {}

    @Override
    public void gone() {}
  }
}
