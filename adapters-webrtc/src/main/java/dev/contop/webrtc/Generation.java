package dev.contop.webrtc;

import dev.contop.application.screen.WatchScreen;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.media.VideoSettings;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;

/**
 * One native factory, and the feed of the screen that the pictures of all its peers share.
 *
 * <p>Idle it costs memory and waiting threads, no processor time.
 */
final class Generation {

  /**
   * Without a module of its own the library looks for a sound server and aborts for lack of one.
   */
  private final HeadlessAudioDeviceModule silence;

  private final PeerConnectionFactory factory;
  private final VideoSettings video;
  private final CustomVideoSource source;
  private final VideoTrack track;
  private final ScreenTrack screen;

  private Generation(WatchScreen watch, VideoSettings video, ReadTicks clock) {
    this.video = video;
    silence = new HeadlessAudioDeviceModule();
    factory = new PeerConnectionFactory(silence);
    source = new CustomVideoSource();
    track = factory.createVideoTrack("screen", source);
    screen = new ScreenTrack(watch, clock);
  }

  /** Loads the library on the first call; blocks for it. */
  static Generation make(WatchScreen watch, VideoSettings video, ReadTicks clock) {
    return new Generation(watch, video, clock);
  }

  RTCPeerConnection connect(RTCConfiguration configuration, PeerConnectionObserver observer) {
    return factory.createPeerConnection(configuration, observer);
  }

  /** A picture of the screen for one peer, which gets no frame until it is fed. */
  PeerPicture picture() {
    return new PeerPicture(factory, video);
  }

  /** A track that never shows anything. */
  VideoTrack track() {
    return track;
  }

  ScreenTrack screen() {
    return screen;
  }

  /** Only when no peer of it is open. */
  void dispose() {
    screen.stop();
    Disposing.quietly(track::dispose);
    Disposing.quietly(source::dispose);
    Disposing.quietly(factory::dispose);
    Disposing.quietly(silence::dispose);
  }
}
