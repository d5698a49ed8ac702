package dev.contop.webrtc;

import dev.contop.application.peer.ObservePeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one {@link ObservePeer}, as its contract wants it: one call at a time, in order, nothing
 * after the peer was closed but {@code gone}, and that once.
 *
 * <p>The lock is held while the observer posts and never while the library is called. Whatever the
 * observer throws ends here.
 */
final class Observed {

  private static final Logger LOG = LoggerFactory.getLogger(Observed.class);

  private final ObservePeer observer;

  // Guarded by this.
  private final Set<ChannelLabel> opened = EnumSet.noneOf(ChannelLabel.class);
  private final Set<ChannelLabel> closed = EnumSet.noneOf(ChannelLabel.class);
  private boolean quiet;
  private boolean gone;
  private long received;

  Observed(ObservePeer observer) {
    this.observer = observer;
  }

  void answered(SessionDescription answer) {
    tell(to -> to.answered(answer));
  }

  void refused(String reason) {
    tell(to -> to.refused(reason));
  }

  void gathered(IceCandidate candidate) {
    tell(to -> to.gathered(candidate));
  }

  void connectivityChanged(Connectivity connectivity) {
    tell(to -> to.connectivityChanged(connectivity));
  }

  void written(int count) {
    tell(to -> to.written(count));
  }

  synchronized void channelOpened(ChannelLabel channel) {
    if (opened.add(channel)) {
      tell(to -> to.channelOpened(channel));
    }
  }

  synchronized void channelClosed(ChannelLabel channel) {
    if (opened.contains(channel) && closed.add(channel)) {
      tell(to -> to.channelClosed(channel));
    }
  }

  /** A message can overtake the news that its channel is open; it is that news as well. */
  synchronized void received(ChannelLabel channel, byte[] message) {
    received++;
    channelOpened(channel);
    tell(to -> to.received(channel, message));
  }

  synchronized void dropped(ChannelLabel channel, Refusal cause) {
    received++;
    channelOpened(channel);
    tell(to -> to.dropped(channel, cause));
  }

  /** From now on nothing is told but {@link #gone}. */
  synchronized void hush() {
    quiet = true;
  }

  synchronized void gone() {
    quiet = false;
    if (!gone) {
      gone = true;
      tell(ObservePeer::gone);
    }
    quiet = true;
  }

  /** How many messages came, dropped ones included. */
  synchronized long received() {
    return received;
  }

  private synchronized void tell(Consumer<ObservePeer> news) {
    if (quiet) {
      return;
    }
    try {
      news.accept(observer);
    } catch (Throwable fault) {
      LOG.error("A peer's observer failed: {}", fault.getClass().getName());
    }
  }
}
