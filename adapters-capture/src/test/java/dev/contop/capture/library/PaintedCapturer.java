package dev.contop.capture.library;

import dev.contop.application.screen.ScreenUnavailable;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.desktop.DesktopCapturer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Stands where the native capturer would: real pictures of the library, in colours that tests say.
 */
final class PaintedCapturer implements LibraryDesktop.Capturer {

  private final NativeEdge edge;
  private int width = 64;
  private int height = 48;
  private int colour = 0x808080;
  private int failures;
  private int captured;
  private int disposed;
  private NativeI420Buffer memory;

  PaintedCapturer(NativeEdge edge) {
    this.edge = edge;
    try {
      OpenLibraryScreen.load();
    } catch (ScreenUnavailable notThere) {
      throw new IllegalStateException(notThere);
    }
    memory = NativeI420Buffer.allocate(width, height);
  }

  synchronized void paint(int value) {
    colour = value;
  }

  /** The next captures bring no picture, as the library does it: without a word. */
  synchronized void fail(int times) {
    failures = times;
  }

  synchronized void resize(int toWidth, int toHeight) {
    width = toWidth;
    height = toHeight;
    memory.release();
    memory = NativeI420Buffer.allocate(width, height);
  }

  synchronized int captured() {
    return captured;
  }

  synchronized int disposed() {
    return disposed;
  }

  @Override
  public synchronized void capture() {
    captured++;
    if (failures > 0) {
      failures--;
      return;
    }
    try {
      ByteBuffer pixels =
          ByteBuffer.allocateDirect(width * height * 4).order(ByteOrder.LITTLE_ENDIAN);
      while (pixels.hasRemaining()) {
        pixels.putInt(0xff000000 | colour);
      }
      pixels.clear();
      VideoBufferConverter.convertToI420(pixels, memory, FourCC.ARGB);
    } catch (Exception notConverted) {
      throw new IllegalStateException(notConverted);
    }
    edge.onCaptureResult(DesktopCapturer.Result.SUCCESS, new VideoFrame(memory, 0));
  }

  /** As a library would that told of failures. */
  synchronized void captureInVain() {
    edge.onCaptureResult(DesktopCapturer.Result.ERROR_PERMANENT, new VideoFrame(memory, 0));
  }

  @Override
  public synchronized void dispose() {
    disposed++;
    memory.release();
  }
}
