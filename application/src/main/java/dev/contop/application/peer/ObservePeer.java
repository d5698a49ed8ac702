package dev.contop.application.peer;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;

/**
 * Is told what happens to a peer.
 *
 * <p>Called from threads of the adapter, native ones among them, one call at a time and in order.
 * Implementations only copy and post; they never wait.
 */
public interface ObservePeer {

  void answered(SessionDescription answer);

  /** The offer could not be applied. {@code reason} is in words and holds nothing of the SDP. */
  void refused(String reason);

  /** A candidate of the host, or the end of them (T6). */
  void gathered(IceCandidate candidate);

  void channelOpened(ChannelLabel channel);

  void channelClosed(ChannelLabel channel);

  /** A message arrived; the array belongs to the receiver. */
  void received(ChannelLabel channel, byte[] message);

  /**
   * A message arrived and was dropped before it was copied, since it is binary or over the
   * channel's limit (T13).
   */
  void dropped(ChannelLabel channel, Refusal cause);

  void connectivityChanged(Connectivity connectivity);

  /** {@code count} more of the messages given to {@link Peer#send} are with the channel now. */
  void written(int count);

  /** The connection and all that belonged to it is gone; the last call. */
  void gone();
}
