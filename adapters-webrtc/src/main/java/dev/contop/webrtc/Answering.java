package dev.contop.webrtc;

import dev.contop.domain.media.VideoCodec;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answering side of a negotiation, one offer after the other (RFC 9429, section 5; T6, T7,
 * T10).
 *
 * <pre>
 * offer → check and prepare its text → setRemoteDescription → candidates, track → createAnswer
 *       → setLocalDescription → bitrates → answered
 * </pre>
 *
 * <p>Belongs to the peer's queue. The answer does not wait for gathering; the host's candidates
 * wait for the answer.
 */
final class Answering {

  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private static final int MAX_WAITING = 4;
  private static final int MAX_GATHERED = 256;
  private static final String REJECTED = "The offer is not one that this host can answer.";

  private final NativeEdge edge;
  private final Observed observed;
  private final VideoSettings video;
  private final RemoteCandidates candidates = new RemoteCandidates();
  private final ArrayDeque<SessionDescription> offers = new ArrayDeque<>();
  private final List<IceCandidate> gathered = new ArrayList<>();
  private Optional<Connected> connected = Optional.empty();
  private boolean busy;
  private boolean failed;
  private boolean answeredOnce;

  private record Connected(RTCPeerConnection connection, VideoSending sending) {}

  Answering(NativeEdge edge, Observed observed, VideoSettings video) {
    this.edge = edge;
    this.observed = observed;
    this.video = video;
  }

  void connected(RTCPeerConnection connection, VideoSending sending) {
    connected = Optional.of(new Connected(connection, sending));
    next();
  }

  /** There will be no connection. */
  void failed() {
    failed = true;
    while (offers.poll() != null) {
      observed.refused("The host cannot make connections at present.");
    }
  }

  void offered(SessionDescription offer) {
    if (offers.size() >= MAX_WAITING) {
      observed.refused("There were too many offers at once.");
      return;
    }
    offers.add(offer);
    if (failed) {
      failed();
    } else {
      next();
    }
  }

  void addCandidate(IceCandidate candidate) {
    if (connected.isPresent()) {
      candidates.add(candidate, connected.get().connection());
    } else {
      candidates.keep(candidate);
    }
  }

  /** A candidate of this host. */
  void gathered(IceCandidate candidate) {
    if (answeredOnce && !busy) {
      observed.gathered(candidate);
    } else if (gathered.size() < MAX_GATHERED) {
      gathered.add(candidate);
    }
  }

  /** Whether the native objects of the connection are at rest and may be looked at. */
  boolean isSettled() {
    return answeredOnce && !busy;
  }

  /** The offer as the library gets it (T71, T73). */
  static String prepared(String offer, List<VideoCodec> codecs) {
    return SdpHints.preferring(codecs, SdpHints.forSender(offer, VideoSending.ASSUMED));
  }

  private void next() {
    if (busy || connected.isEmpty() || offers.isEmpty()) {
      return;
    }
    busy = true;
    String sdp = offers.remove().sdp();
    Optional<String> wrong = OfferText.refusal(sdp);
    if (wrong.isPresent()) {
      refuse(wrong.get());
      return;
    }
    Connected to = connected.get();
    candidates.hold();
    String prepared = prepared(sdp, video.codecs());
    attempt(
        () ->
            to.connection()
                .setRemoteDescription(
                    new RTCSessionDescription(RTCSdpType.OFFER, prepared),
                    edge.applied(() -> offerApplied(to, sdp), () -> refuse(REJECTED))));
  }

  private void offerApplied(Connected to, String sdp) {
    attempt(
        () -> {
          to.sending().attach(to.connection(), OfferText.sections(sdp));
          candidates.release(to.connection());
          to.connection()
              .createAnswer(
                  new RTCAnswerOptions(),
                  edge.created(answer -> answerMade(to, answer), () -> refuse(REJECTED)));
        });
  }

  private void answerMade(Connected to, RTCSessionDescription answer) {
    attempt(
        () ->
            to.connection()
                .setLocalDescription(
                    answer, edge.applied(() -> answerApplied(to, answer), () -> refuse(REJECTED))));
  }

  private void answerApplied(Connected to, RTCSessionDescription answer) {
    attempt(
        () -> {
          to.sending().limit(to.connection());
          answeredOnce = true;
          busy = false;
          observed.answered(new SessionDescription(SdpHints.forPhone(answer.sdp)));
          gathered.forEach(observed::gathered);
          gathered.clear();
          next();
        });
  }

  /** The library answers what it cannot parse with an {@link Error}. */
  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Throwable rejected) {
      LOG.debug("An offer failed: {}", rejected.getClass().getName());
      refuse(REJECTED);
    }
  }

  private void refuse(String reason) {
    busy = false;
    // What was applied before still holds, and candidates of it may be among those that wait.
    if (answeredOnce) {
      connected.ifPresent(to -> candidates.release(to.connection()));
      gathered.forEach(observed::gathered);
      gathered.clear();
    }
    observed.refused(reason);
    next();
  }
}
