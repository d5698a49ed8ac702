package dev.contop.webrtc;

import dev.contop.domain.media.Bitrate;
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

  /**
   * What a link is taken to carry until the phone has told what arrives. The library paces by it: a
   * first key frame of 50 KB leaves within 45 ms so, instead of 110 ms with the encoder's start
   * bitrate (T73), which is kept by {@link #limit}. A narrow link is burdened with that one frame,
   * which it has to carry anyway.
   */
  static final Bitrate ASSUMED = Bitrate.ofKilobits(24_000);

  private final VideoTrack track;
  private final VideoSettings video;
  private Optional<String> mid = Optional.empty();
  private boolean lifted;

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

  /**
   * Once the answer is applied: before that there are no encodings to limit (T71). Until the limit
   * is lifted the encoder is kept to its start bitrate.
   */
  void limit(RTCPeerConnection connection) {
    for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
      if (mid.filter(name -> name.equals(transceiver.getMid())).isPresent()) {
        RTCRtpSendParameters parameters = transceiver.getSender().getParameters();
        parameters.encodings.forEach(this::limit);
        transceiver.getSender().setParameters(parameters);
      }
    }
  }

  /** From now on the encoder may use what the link carries, up to the maximum (T71). */
  void lift(RTCPeerConnection connection) {
    if (!lifted) {
      lifted = true;
      limit(connection);
    }
  }

  /** Whether the last offer had a place for the screen. */
  boolean isWanted() {
    return mid.isPresent();
  }

  private void limit(RTCRtpEncodingParameters encoding) {
    Bitrate most = lifted ? video.bitrates().maximum() : video.bitrates().start();
    encoding.maxBitrate = most.bitsPerSecond();
    encoding.minBitrate = video.bitrates().minimum().bitsPerSecond();
    encoding.maxFramerate = (double) video.maxFps();
  }
}
