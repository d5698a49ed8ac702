package dev.contop.webrtc;

import dev.contop.application.peer.ObservePeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;

/** Tells two observers the same. */
record Copying(ObservePeer first, ObservePeer second) implements ObservePeer {

  @Override
  public void answered(SessionDescription answer) {
    first.answered(answer);
    second.answered(answer);
  }

  @Override
  public void refused(String reason) {
    first.refused(reason);
    second.refused(reason);
  }

  @Override
  public void gathered(IceCandidate candidate) {
    first.gathered(candidate);
    second.gathered(candidate);
  }

  @Override
  public void channelOpened(ChannelLabel channel) {
    first.channelOpened(channel);
    second.channelOpened(channel);
  }

  @Override
  public void channelClosed(ChannelLabel channel) {
    first.channelClosed(channel);
    second.channelClosed(channel);
  }

  @Override
  public void received(ChannelLabel channel, byte[] message) {
    first.received(channel, message);
    second.received(channel, message);
  }

  @Override
  public void dropped(ChannelLabel channel, Refusal cause) {
    first.dropped(channel, cause);
    second.dropped(channel, cause);
  }

  @Override
  public void connectivityChanged(Connectivity connectivity) {
    first.connectivityChanged(connectivity);
    second.connectivityChanged(connectivity);
  }

  @Override
  public void written(int count) {
    first.written(count);
    second.written(count);
  }

  @Override
  public void gone() {
    first.gone();
    second.gone();
  }
}
