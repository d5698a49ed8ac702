package dev.contop.application.peer;

import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.View;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.util.function.Consumer;

/**
 * A handle on one WebRTC connection.
 *
 * <p>Every method may be called from any thread, never blocks and never throws; calls are carried
 * out one after the other in the order in which they came. After {@link #close} all are without
 * effect.
 */
public interface Peer {

  /**
   * Answers {@code offer}: the first makes the connection, a later one renegotiates it (ICE
   * restart, T10). The outcome is {@link ObservePeer#answered} or {@link ObservePeer#refused}.
   */
  void negotiate(SessionDescription offer);

  /** Applies a candidate, or keeps it until the first offer has been applied (T6). */
  void addCandidate(IceCandidate candidate);

  /**
   * Sends one text message over the reliable channel, after those given before. While the channel's
   * buffer is over its mark the message waits here (T17); callers bound how many do by counting
   * {@link ObservePeer#written}.
   *
   * @param utf8 the message, at most 256 KiB, not changed by anyone afterwards
   */
  void send(byte[] utf8);

  /**
   * Lets the peer's video show that, within a second and without renegotiation; before the first
   * offer it is kept until then. Other peers are not touched (T76, T77).
   */
  void show(View view);

  /**
   * Measures how the peer's video fares, since it was measured last.
   *
   * @param told is told once, from a thread of the adapter, unless the peer goes first; only posts
   */
  void measure(Consumer<VideoFigures> told);

  /**
   * Closes the connection after what was sent before has had a short, bounded time to leave. Ends
   * with {@link ObservePeer#gone}.
   */
  void close();
}
