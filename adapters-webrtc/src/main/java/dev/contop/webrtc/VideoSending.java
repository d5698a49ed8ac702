package dev.contop.webrtc;

import dev.contop.domain.media.VideoSettings;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.List;
import java.util.Optional;

/**
 * Puts the screen on the first video section that the phone wants to receive, and nothing on any
 * other (T7, T70).
 *
 * <p>Belongs to the peer's queue. The library's transceivers and senders are looked up anew each
 * time: they are not counted references, and a later offer can take them away.
 */
final class VideoSending {

  private final VideoTrack track;
  private final VideoSettings video;
  private Optional<String> mid = Optional.empty();

  VideoSending(VideoTrack track, VideoSettings video) {
    this.track = track;
    this.video = video;
  }

  /** Between the offer being applied and the answer being made. */
  void attach(RTCPeerConnection connection, List<OfferText.Section> offered) {
    mid =
        offered.stream()
            .filter(section -> section.kind().equals("video") && section.wanted())
            .map(OfferText.Section::mid)
            .filter(name -> !name.isEmpty())
            .findFirst();
    for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
      boolean chosen = mid.filter(name -> name.equals(transceiver.getMid())).isPresent();
      if (chosen) {
        transceiver.getSender().replaceTrack(track);
        transceiver.getSender().setStreams(List.of("screen"));
        transceiver.setDirection(RTCRtpTransceiverDirection.SEND_ONLY);
      } else {
        transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
      }
    }
  }

  /** Once the answer is applied: before that there are no encodings to limit (T71). */
  void limit(RTCPeerConnection connection) {
    for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
      if (mid.filter(name -> name.equals(transceiver.getMid())).isPresent()) {
        RTCRtpSendParameters parameters = transceiver.getSender().getParameters();
        parameters.encodings.forEach(this::limit);
        transceiver.getSender().setParameters(parameters);
      }
    }
  }

  /** Whether the last offer had a place for the screen. */
  boolean isWanted() {
    return mid.isPresent();
  }

  private void limit(RTCRtpEncodingParameters encoding) {
    encoding.maxBitrate = video.bitrates().maximum().bitsPerSecond();
    encoding.minBitrate = video.bitrates().minimum().bitsPerSecond();
    encoding.maxFramerate = (double) video.maxFps();
  }
}
