package dev.contop.webrtc;

import dev.contop.domain.envelope.ChannelLabel;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two channels that the phone opens; any other is closed (T14).
 *
 * <p>Belongs to the peer's queue.
 */
final class PeerChannels {

  private static final Logger LOG = LoggerFactory.getLogger(PeerChannels.class);

  private final Map<ChannelLabel, RTCDataChannel> channels = new EnumMap<>(ChannelLabel.class);
  private final NativeEdge edge;
  private final Observed observed;
  private final Consumer<Optional<RTCDataChannel>> reliable;

  /**
   * @param reliable is given the reliable channel when it is open, and nothing when it is not any
   *     more
   */
  PeerChannels(NativeEdge edge, Observed observed, Consumer<Optional<RTCDataChannel>> reliable) {
    this.edge = edge;
    this.observed = observed;
    this.reliable = reliable;
  }

  void offered(RTCDataChannel channel) {
    Optional<ChannelLabel> label = ChannelLabel.of(channel.getLabel());
    if (label.isEmpty() || channels.containsKey(label.get()) || !isRight(label.get(), channel)) {
      LOG.warn("A data channel that is not ours, or not as it must be, is closed");
      channel.close();
      Disposing.quietly(channel::dispose);
      return;
    }
    ChannelLabel ours = label.get();
    channels.put(ours, channel);
    channel.registerObserver(edge.channel(ours, () -> stateChanged(ours), observed));
    // It may have opened before anyone listened.
    stateChanged(ours);
  }

  /** Off the connection: observers first, so that no callback meets what is being closed. */
  void close() {
    reliable.accept(Optional.empty());
    for (RTCDataChannel channel : channels.values()) {
      Disposing.quietly(channel::unregisterObserver);
      Disposing.quietly(channel::close);
    }
  }

  /** After the connection was closed. */
  void dispose() {
    channels.values().forEach(channel -> Disposing.quietly(channel::dispose));
    channels.clear();
  }

  private void stateChanged(ChannelLabel label) {
    RTCDataChannel channel = channels.get(label);
    if (channel == null) {
      return;
    }
    RTCDataChannelState state = channel.getState();
    if (state == RTCDataChannelState.OPEN) {
      observed.channelOpened(label);
      if (label == ChannelLabel.RELIABLE) {
        reliable.accept(Optional.of(channel));
      }
    } else if (state == RTCDataChannelState.CLOSED) {
      if (label == ChannelLabel.RELIABLE) {
        reliable.accept(Optional.empty());
      }
      observed.channelClosed(label);
    }
  }

  private static boolean isRight(ChannelLabel label, RTCDataChannel channel) {
    return switch (label) {
      case RELIABLE -> channel.isOrdered() && channel.isReliable();
      // The library shows "none" and 0 alike; not reliable and 0 means none but 0.
      case FAST ->
          !channel.isOrdered() && !channel.isReliable() && channel.getMaxRetransmits() == 0;
    };
  }
}
