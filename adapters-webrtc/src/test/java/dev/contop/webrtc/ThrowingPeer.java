package dev.contop.webrtc;

import dev.contop.application.peer.ObservePeer;
import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;

/** Remembers what it was told and then throws, a different thing each time. */
final class ThrowingPeer implements ObservePeer {

  private final RecordedPeer told;
  private int thrown;

  ThrowingPeer(RecordedPeer told) {
    this.told = told;
  }

  private void fail() {
    switch (thrown++ % 4) {
      case 0 -> throw new IllegalStateException("on purpose");
      case 1 -> throw new AssertionError("on purpose");
      case 2 -> throw new StackOverflowError("on purpose");
      default -> throw new NoClassDefFoundError("on purpose");
    }
  }

  @Override
  public void answered(SessionDescription answer) {
    told.answered(answer);
    fail();
  }

  @Override
  public void refused(String reason) {
    told.refused(reason);
    fail();
  }

  @Override
  public void gathered(IceCandidate candidate) {
    told.gathered(candidate);
    fail();
  }

  @Override
  public void channelOpened(ChannelLabel channel) {
    told.channelOpened(channel);
    fail();
  }

  @Override
  public void channelClosed(ChannelLabel channel) {
    told.channelClosed(channel);
    fail();
  }

  @Override
  public void received(ChannelLabel channel, byte[] message) {
    told.received(channel, message);
    fail();
  }

  @Override
  public void dropped(ChannelLabel channel, Refusal cause) {
    told.dropped(channel, cause);
    fail();
  }

  @Override
  public void connectivityChanged(Connectivity connectivity) {
    told.connectivityChanged(connectivity);
    fail();
  }

  @Override
  public void written(int count) {
    told.written(count);
    fail();
  }

  @Override
  public void gone() {
    told.gone();
    fail();
  }
}
