package dev.contop.webrtc;

import dev.contop.application.peer.ObservePeer;
import dev.contop.application.peer.Peer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Answers an offer of nobody once, so that the first phone does not pay for everything that is
 * loaded on first use; that is several hundred milliseconds on a busy machine.
 *
 * <p>Nothing leaves the machine: there is no server to ask and nobody to connect to.
 */
final class Rehearsal implements ObservePeer {

  private static final List<String> FORMATS =
      List.of(
          "VP8",
          "VP9 profile-id=0",
          "VP9 profile-id=2",
          h264(1, "42001f"),
          h264(0, "42001f"),
          h264(1, "42e01f"),
          h264(0, "42e01f"),
          h264(1, "4d001f"),
          h264(0, "4d001f"),
          "AV1 level-idx=5;profile=0;tier=0");

  private static final List<String> FEEDBACK =
      List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli");

  private static final String OFFER =
      """
      v=0
      o=- 1 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      a=group:BUNDLE 0 1
      m=video 9 UDP/TLS/RTP/SAVPF %2$s
      c=IN IP4 0.0.0.0
      a=ice-ufrag:none
      a=ice-pwd:nobodynobodynobodynobody
      a=ice-options:trickle
      a=fingerprint:sha-256 %1$s
      a=setup:actpass
      a=mid:0
      a=recvonly
      a=rtcp-mux
      %3$s
      m=application 9 UDP/DTLS/SCTP webrtc-datachannel
      c=IN IP4 0.0.0.0
      a=ice-ufrag:none
      a=ice-pwd:nobodynobodynobodynobody
      a=ice-options:trickle
      a=fingerprint:sha-256 %1$s
      a=setup:actpass
      a=mid:1
      a=sctp-port:5000
      a=max-message-size:262144
      """
          .formatted("00:".repeat(31) + "00", payloads(), codecs())
          .replace("\n", "\r\n");

  /** Of one connection: enough for the virtual machine to learn the way. */
  private static final int ROUNDS = 4;

  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private volatile Optional<Peer> peer = Optional.empty();

  // Told one thing at a time.
  private int rounds;

  private Rehearsal() {}

  /** The result is there when everything is given back. */
  static CompletableFuture<Void> with(Function<ObservePeer, Peer> open) {
    Rehearsal rehearsal = new Rehearsal();
    Peer opened = open.apply(rehearsal);
    rehearsal.peer = Optional.of(opened);
    opened.negotiate(new SessionDescription(OFFER));
    return rehearsal.over;
  }

  @Override
  public void answered(SessionDescription answer) {
    again();
  }

  @Override
  public void refused(String reason) {
    again();
  }

  @Override
  public void gathered(IceCandidate candidate) {}

  @Override
  public void channelOpened(ChannelLabel channel) {}

  @Override
  public void channelClosed(ChannelLabel channel) {}

  @Override
  public void received(ChannelLabel channel, byte[] message) {}

  @Override
  public void dropped(ChannelLabel channel, Refusal cause) {}

  @Override
  public void connectivityChanged(Connectivity connectivity) {}

  @Override
  public void written(int count) {}

  @Override
  public void gone() {
    over.complete(null);
  }

  private void again() {
    rounds++;
    if (rounds < ROUNDS) {
      peer.ifPresent(opened -> opened.negotiate(new SessionDescription(OFFER)));
    } else {
      peer.ifPresent(Peer::close);
    }
  }

  private static String h264(int mode, String profile) {
    return "H264 level-asymmetry-allowed=1;packetization-mode="
        + mode
        + ";profile-level-id="
        + profile;
  }

  /** As many payload types as browsers list, each with its retransmission. */
  private static String payloads() {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < FORMATS.size(); i++) {
      numbers.append(i == 0 ? "" : " ").append(96 + 2 * i).append(' ').append(97 + 2 * i);
    }
    return numbers.toString();
  }

  private static String codecs() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < FORMATS.size(); i++) {
      int number = 96 + 2 * i;
      String[] format = FORMATS.get(i).split(" ", 2);
      lines.append("a=rtpmap:").append(number).append(' ').append(format[0]).append("/90000\n");
      for (String feedback : FEEDBACK) {
        lines.append("a=rtcp-fb:").append(number).append(' ').append(feedback).append('\n');
      }
      if (format.length > 1) {
        lines.append("a=fmtp:").append(number).append(' ').append(format[1]).append('\n');
      }
      lines.append("a=rtpmap:").append(number + 1).append(" rtx/90000\n");
      lines.append("a=fmtp:").append(number + 1).append(" apt=").append(number).append('\n');
    }
    return lines.toString().strip();
  }
}
