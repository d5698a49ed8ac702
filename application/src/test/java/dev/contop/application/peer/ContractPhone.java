package dev.contop.application.peer;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.util.List;
import java.util.function.Consumer;

/** A phone, as far as {@link PeerContract} needs one. */
public interface ContractPhone extends AutoCloseable {

  /** An offer with a video section and the two channels; each call makes a newer one. */
  SessionDescription offer();

  void accept(SessionDescription answer);

  void addCandidate(IceCandidate candidate);

  /** Where the phone's own candidates go, those found already included. */
  void candidatesTo(Consumer<IceCandidate> host);

  void say(ChannelLabel channel, byte[] message, boolean binary);

  /** What came over the reliable channel, in order. */
  List<String> heard();

  @Override
  void close();
}
