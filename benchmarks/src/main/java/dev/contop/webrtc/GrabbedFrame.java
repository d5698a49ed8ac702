package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * A picture of 1920x1080 as a screen lends it, for the benchmarks of what becomes of it. They are
 * in this package since nobody else needs to see the conversion.
 */
final class GrabbedFrame {

  static final ScreenSize SIZE = new ScreenSize(1920, 1080);

  private static final int BYTES_PER_PIXEL = 4;

  private GrabbedFrame() {}

  /** Loads the native library, which only a factory does. */
  static void loadLibrary() {
    new PeerConnectionFactory(new HeadlessAudioDeviceModule()).dispose();
  }

  /** All of it is new, and noise. */
  static Frame whole() {
    byte[] pixels = new byte[SIZE.width() * SIZE.height() * BYTES_PER_PIXEL];
    new Random(5).nextBytes(pixels);
    ByteBuffer direct = ByteBuffer.allocateDirect(pixels.length).put(pixels).flip();
    return new Frame(direct, SIZE.width() * BYTES_PER_PIXEL, SIZE);
  }

  /** The same picture, in which a line of text is new. */
  static Frame line(Frame whole) {
    return whole.with(Damage.of(new ScreenArea(200, 500, new ScreenSize(700, 16))));
  }
}
