package dev.contop.webrtc;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsCollectorCallback;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native edge: the one place that implements the library's observers.
 *
 * <p>Their methods run on a native thread. Each copies what it was given, posts, and returns: a
 * wait would stall every channel of the factory, and a throwable that got out would end the
 * process.
 */
final class NativeEdge {

  private static final Logger LOG = LoggerFactory.getLogger(NativeEdge.class);

  private final Consumer<Runnable> post;

  /**
   * @param post takes in work for the peer's own queue; never waits
   */
  NativeEdge(Consumer<Runnable> post) {
    this.post = post;
  }

  /** What a connection tells; every method is called on the peer's queue. */
  interface ConnectionEvents {
    void gathered(IceCandidate candidate);

    void connectivityChanged(Connectivity connectivity);

    void channelOffered(RTCDataChannel channel);
  }

  PeerConnectionObserver connection(ConnectionEvents events) {
    return new PeerConnectionObserver() {
      @Override
      public void onIceCandidate(RTCIceCandidate candidate) {
        post(() -> copied(candidate), events::gathered);
      }

      @Override
      public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
          post(() -> IceCandidate.END, events::gathered);
        }
      }

      @Override
      public void onConnectionChange(RTCPeerConnectionState state) {
        connectivity(state).ifPresent(now -> post(() -> now, events::connectivityChanged));
      }

      @Override
      public void onDataChannel(RTCDataChannel channel) {
        post(() -> channel, events::channelOffered);
      }
    };
  }

  /**
   * @param stateChanged is run on the peer's queue
   * @param observed gets messages at once on the native thread, so that none waits behind a
   *     negotiation; it only posts
   */
  RTCDataChannelObserver channel(ChannelLabel label, Runnable stateChanged, Observed observed) {
    return new RTCDataChannelObserver() {
      @Override
      public void onBufferedAmountChange(long previousAmount) {
        // The library never calls it; the amount is polled.
      }

      @Override
      public void onStateChange() {
        post(() -> label, same -> stateChanged.run());
      }

      @Override
      public void onMessage(RTCDataChannelBuffer message) {
        guarded(() -> take(label, message, observed));
      }
    };
  }

  SetSessionDescriptionObserver applied(Runnable done, Runnable failed) {
    return new SetSessionDescriptionObserver() {
      @Override
      public void onSuccess() {
        guarded(() -> post.accept(done));
      }

      @Override
      public void onFailure(String withPartsOfTheText) {
        guarded(() -> post.accept(failed));
      }
    };
  }

  CreateSessionDescriptionObserver created(Consumer<RTCSessionDescription> done, Runnable failed) {
    return new CreateSessionDescriptionObserver() {
      @Override
      public void onSuccess(RTCSessionDescription description) {
        post(() -> description, done);
      }

      @Override
      public void onFailure(String withPartsOfTheText) {
        guarded(() -> post.accept(failed));
      }
    };
  }

  RTCStatsCollectorCallback statistics(Consumer<RTCStatsReport> delivered) {
    return report -> post(() -> report, delivered);
  }

  private static void take(ChannelLabel label, RTCDataChannelBuffer message, Observed observed) {
    int length = message.data.capacity();
    if (length > label.maxMessageBytes()) {
      observed.dropped(label, Refusal.TOO_LARGE);
    } else if (message.binary) {
      observed.dropped(label, Refusal.NOT_TEXT);
    } else {
      // The buffer is native memory that is gone when this call returns.
      byte[] bytes = new byte[length];
      message.data.get(0, bytes);
      observed.received(label, bytes);
    }
  }

  private static IceCandidate copied(RTCIceCandidate candidate) {
    return new IceCandidate(
        candidate.sdp,
        Optional.ofNullable(candidate.sdpMid),
        candidate.sdpMLineIndex < 0
            ? OptionalInt.empty()
            : OptionalInt.of(candidate.sdpMLineIndex));
  }

  private static Optional<Connectivity> connectivity(RTCPeerConnectionState state) {
    return switch (state) {
      case NEW, CONNECTING -> Optional.empty();
      case CONNECTED -> Optional.of(Connectivity.CONNECTED);
      case DISCONNECTED -> Optional.of(Connectivity.DISCONNECTED);
      case FAILED -> Optional.of(Connectivity.FAILED);
      case CLOSED -> Optional.of(Connectivity.CLOSED);
    };
  }

  private <T> void post(java.util.function.Supplier<T> copy, Consumer<T> to) {
    guarded(
        () -> {
          T value = copy.get();
          post.accept(() -> to.accept(value));
        });
  }

  /** Nothing gets out of here: neither our own faults nor those of memory and stack. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (Throwable fault) {
      report(fault);
    }
  }

  private static void report(Throwable fault) {
    try {
      LOG.error("A callback of the WebRTC library failed: {}", fault.getClass().getName());
    } catch (Throwable loggingFailedToo) {
      // There is nobody left to tell.
    }
  }
}
