package dev.contop.webrtc;

import dev.contop.application.peer.ContractPhone;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The phone's side of a connection, with the same library, in the same process. */
final class NativePhone implements ContractPhone {

  private static final PeerConnectionFactory FACTORY =
      new PeerConnectionFactory(new HeadlessAudioDeviceModule());

  final List<String> heard = new CopyOnWriteArrayList<>();
  final AtomicInteger frames = new AtomicInteger();
  volatile String frameSize = "";
  volatile RTCPeerConnectionState state = RTCPeerConnectionState.NEW;
  final RTCPeerConnection connection;

  private final List<RTCDataChannel> channels = new CopyOnWriteArrayList<>();
  private final List<IceCandidate> found = new ArrayList<>();
  private final List<IceCandidate> early = new ArrayList<>();
  private Consumer<IceCandidate> host = found::add;
  private volatile boolean gathered;
  private boolean answered;
  private boolean closed;
  private boolean offered;

  /** A phone as the page is: one video to receive, and both channels. */
  static NativePhone usual() {
    NativePhone phone = new NativePhone();
    phone.wantVideo(RTCRtpTransceiverDirection.RECV_ONLY);
    phone.openChannels();
    return phone;
  }

  NativePhone() {
    connection = FACTORY.createPeerConnection(new RTCConfiguration(), new Following());
  }

  void wantVideo(RTCRtpTransceiverDirection direction) {
    RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
    init.direction = direction;
    // The library makes no transceiver without a track.
    VideoTrack track = FACTORY.createVideoTrack("unused", new CustomVideoSource());
    connection.addTransceiver(track, init);
  }

  void wantAudio(RTCRtpTransceiverDirection direction) {
    RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
    init.direction = direction;
    connection.addTransceiver(
        FACTORY.createAudioTrack("unused", FACTORY.createAudioSource(new AudioOptions())), init);
  }

  void openChannels() {
    openChannel("contop", new RTCDataChannelInit());
    RTCDataChannelInit fast = new RTCDataChannelInit();
    fast.ordered = false;
    fast.maxRetransmits = 0;
    openChannel("contop-fast", fast);
  }

  RTCDataChannel openChannel(String label, RTCDataChannelInit init) {
    RTCDataChannel channel = connection.createDataChannel(label, init);
    channels.add(channel);
    channel.registerObserver(
        new RTCDataChannelObserver() {
          @Override
          public void onBufferedAmountChange(long before) {}

          @Override
          public void onStateChange() {}

          @Override
          public void onMessage(RTCDataChannelBuffer message) {
            byte[] bytes = new byte[message.data.capacity()];
            message.data.get(0, bytes);
            heard.add(new String(bytes, StandardCharsets.UTF_8));
          }
        });
    return channel;
  }

  void restartIce() {
    connection.restartIce();
  }

  @Override
  public SessionDescription offer() {
    if (offered) {
      restartIce();
    }
    offered = true;
    CompletableFuture<RTCSessionDescription> made = new CompletableFuture<>();
    connection.createOffer(
        new RTCOfferOptions(),
        new CreateSessionDescriptionObserver() {
          @Override
          public void onSuccess(RTCSessionDescription description) {
            made.complete(description);
          }

          @Override
          public void onFailure(String error) {
            made.completeExceptionally(new IllegalStateException(error));
          }
        });
    RTCSessionDescription offer = got(made);
    Applied local = new Applied();
    connection.setLocalDescription(offer, local);
    got(local.done);
    return new SessionDescription(offer.sdp);
  }

  @Override
  public void accept(SessionDescription answer) {
    Applied remote = new Applied();
    connection.setRemoteDescription(
        new RTCSessionDescription(RTCSdpType.ANSWER, answer.sdp()), remote);
    got(remote.done);
    List<IceCandidate> waiting;
    synchronized (early) {
      answered = true;
      waiting = List.copyOf(early);
      early.clear();
    }
    waiting.forEach(this::apply);
  }

  @Override
  public void addCandidate(IceCandidate candidate) {
    synchronized (early) {
      if (!answered) {
        early.add(candidate);
        return;
      }
    }
    apply(candidate);
  }

  private void apply(IceCandidate candidate) {
    if (!candidate.isEnd() && !closed) {
      connection.addIceCandidate(
          new RTCIceCandidate(
              candidate.sdpMid().orElse(""),
              candidate.sdpMLineIndex().orElse(0),
              candidate.candidate()));
    }
  }

  @Override
  public void candidatesTo(Consumer<IceCandidate> to) {
    synchronized (found) {
      found.forEach(to);
      host = to;
    }
  }

  @Override
  public void say(ChannelLabel label, byte[] message, boolean binary) {
    RTCDataChannel channel = channel(label);
    try {
      channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(message), binary));
    } catch (Exception notSent) {
      throw new IllegalStateException(notSent);
    }
  }

  RTCDataChannel channel(ChannelLabel label) {
    return connectionChannel(label.label());
  }

  RTCDataChannel connectionChannel(String label) {
    return channels.stream().filter(c -> c.getLabel().equals(label)).findFirst().orElseThrow();
  }

  boolean hasGathered() {
    return gathered;
  }

  boolean isOpen(RTCDataChannel channel) {
    return channel.getState() == RTCDataChannelState.OPEN;
  }

  @Override
  public List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      channels.forEach(channel -> Disposing.quietly(channel::unregisterObserver));
      connection.close();
      channels.forEach(channel -> Disposing.quietly(channel::dispose));
    }
  }

  private static <T> T got(CompletableFuture<T> future) {
    try {
      return future.get(10, TimeUnit.SECONDS);
    } catch (Exception notInTime) {
      throw new IllegalStateException(notInTime);
    }
  }

  private static final class Applied implements SetSessionDescriptionObserver {
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    @Override
    public void onSuccess() {
      done.complete(true);
    }

    @Override
    public void onFailure(String error) {
      done.completeExceptionally(new IllegalStateException(error));
    }
  }

  private final class Following implements PeerConnectionObserver {
    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
      tell(
          new IceCandidate(
              candidate.sdp,
              Optional.of(candidate.sdpMid),
              OptionalInt.of(candidate.sdpMLineIndex)));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState now) {
      if (now == RTCIceGatheringState.COMPLETE) {
        tell(IceCandidate.END);
        gathered = true;
      }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState now) {
      state = now;
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
      if (transceiver.getReceiver().getTrack() instanceof VideoTrack video) {
        video.addSink(
            frame -> {
              frameSize = frame.buffer.getWidth() + "x" + frame.buffer.getHeight();
              frame.release();
              frames.incrementAndGet();
            });
      }
    }

    private void tell(IceCandidate candidate) {
      synchronized (found) {
        host.accept(candidate);
      }
    }
  }
}
