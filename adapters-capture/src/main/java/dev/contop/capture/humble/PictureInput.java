package dev.contop.capture.humble;

import dev.contop.domain.media.ScreenSize;
import io.humble.ferry.Buffer;
import io.humble.video.MediaPicture;
import io.humble.video.MediaPictureResampler;
import io.humble.video.PixelFormat;
import java.nio.ByteBuffer;

/**
 * Brings pictures of the screen into the encoder's colours and size. Everything native in it is
 * made once and used again, so that memory stays flat.
 */
final class PictureInput {

  /** Text stays readable, and no encoder is asked for more than a browser decodes. */
  static final int WIDEST = 1920;

  private static final int BYTES_A_PIXEL = 4;

  private final ScreenSize size;
  private final MediaPicture screen;
  private final MediaPicture encoded;
  private final MediaPictureResampler resampler;
  private final Buffer data;
  private final ByteBuffer pixels;
  private final int stride;

  private PictureInput(
      ScreenSize size, MediaPicture screen, MediaPicture encoded, MediaPictureResampler resampler) {
    this.size = size;
    this.screen = screen;
    this.encoded = encoded;
    this.resampler = resampler;
    this.stride = screen.getLineSize(0);
    this.data = screen.getData(0);
    // All of it, padding too: the library fails to lend a part.
    this.pixels = data.getByteBuffer(0, data.getBufferSize());
  }

  /** Inside the {@link NativeLock}. */
  static PictureInput open(ScreenSize size, ScreenSize encoded) {
    MediaPicture from =
        MediaPicture.make(size.width(), size.height(), PixelFormat.Type.PIX_FMT_BGRA);
    MediaPicture to =
        MediaPicture.make(encoded.width(), encoded.height(), PixelFormat.Type.PIX_FMT_YUV420P);
    to.setTimeBase(EncodedOutput.milliseconds());
    from.setTimeBase(EncodedOutput.milliseconds());
    MediaPictureResampler resampler =
        MediaPictureResampler.make(
            encoded.width(),
            encoded.height(),
            PixelFormat.Type.PIX_FMT_YUV420P,
            size.width(),
            size.height(),
            PixelFormat.Type.PIX_FMT_BGRA,
            0);
    resampler.open();
    return new PictureInput(size, from, to, resampler);
  }

  /** The same picture for the encoder, valid until the next. */
  MediaPicture read(ByteBuffer source, int sourceStride, long at) {
    int row = size.width() * BYTES_A_PIXEL;
    if (sourceStride == stride) {
      pixels.put(0, source, 0, stride * (size.height() - 1) + row);
    } else {
      for (int y = 0; y < size.height(); y++) {
        pixels.put(y * stride, source, y * sourceStride, row);
      }
    }
    screen.setTimeStamp(at);
    screen.setComplete(true);
    resampler.resample(encoded, screen);
    encoded.setTimeStamp(at);
    return encoded;
  }

  /** Inside the {@link NativeLock}. */
  void delete() {
    data.delete();
    resampler.delete();
    screen.delete();
    encoded.delete();
  }
}
