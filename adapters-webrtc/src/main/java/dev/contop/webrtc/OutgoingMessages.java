package dev.contop.webrtc;

import dev.contop.domain.limits.Limits;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the reliable channel: messages go while its buffer is under the high mark, and
 * again once it is under the low mark (T17).
 *
 * <p>Belongs to the peer's queue. How many may wait is bounded by the caller, who counts {@link
 * Observed#written}; beyond any sensible window {@link #add} refuses.
 */
final class OutgoingMessages {

  private static final Logger LOG = LoggerFactory.getLogger(OutgoingMessages.class);

  static final long HIGH_MARK = 1024 * 1024;
  static final long LOW_MARK = 512 * 1024;
  static final int MOST = 4096;

  private final Observed observed;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private Optional<RTCDataChannel> channel = Optional.empty();

  /** An upper bound of what the channel buffers: asking it costs a visit to a native thread. */
  private long atMostBuffered;

  private boolean clogged;

  OutgoingMessages(Observed observed) {
    this.observed = observed;
  }

  /** The channel is open. */
  void through(RTCDataChannel open) {
    channel = Optional.of(open);
    atMostBuffered = 0;
    clogged = false;
  }

  /** The channel is not there any more; what waits has nowhere to go. */
  void stop() {
    channel = Optional.empty();
    waiting.clear();
  }

  /** Whether there was room. */
  boolean add(byte[] message) {
    if (waiting.size() >= MOST) {
      return false;
    }
    waiting.add(message);
    return true;
  }

  /**
   * Hands over what the channel takes.
   *
   * @return whether something waits for the buffer to empty: to be called again in some
   *     milliseconds
   */
  boolean flush() {
    if (channel.isEmpty() || waiting.isEmpty()) {
      return false;
    }
    RTCDataChannel open = channel.get();
    int handled = 0;
    while (!waiting.isEmpty() && hasRoom(open)) {
      write(waiting.remove(), open);
      handled++;
    }
    if (handled > 0) {
      observed.written(handled);
    }
    return !waiting.isEmpty();
  }

  /** Whether all that was given has left this host's buffers, or cannot leave them any more. */
  boolean isDrained() {
    return channel.isEmpty()
        || (waiting.isEmpty()
            && (channel.get().getState() != RTCDataChannelState.OPEN
                || channel.get().getBufferedAmount() == 0));
  }

  private boolean hasRoom(RTCDataChannel open) {
    if (clogged || atMostBuffered > HIGH_MARK) {
      atMostBuffered = open.getBufferedAmount();
      clogged = atMostBuffered > (clogged ? LOW_MARK : HIGH_MARK);
    }
    return !clogged;
  }

  private void write(byte[] message, RTCDataChannel open) {
    if (message.length > Limits.RELIABLE_MESSAGE_BYTES) {
      // The library would close the channel over it.
      LOG.error("A message of {} bytes is too large to be sent and is dropped", message.length);
      return;
    }
    if (open.getState() != RTCDataChannelState.OPEN) {
      return;
    }
    try {
      open.send(new RTCDataChannelBuffer(ByteBuffer.wrap(message), false));
      atMostBuffered += message.length;
    } catch (Throwable rejected) {
      LOG.debug("The channel took no message: {}", rejected.getClass().getName());
    }
  }
}
