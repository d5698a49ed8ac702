package dev.contop.capture.polling;

import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory for one picture, made anew when the size changes and used again otherwise. */
final class PictureMemory implements LendMemory {

  static final int BYTES_PER_PIXEL = 4;

  private ScreenSize size = new ScreenSize(1, 1);
  private ByteBuffer pixels = allocate(size);

  private static ByteBuffer allocate(ScreenSize size) {
    long bytes = (long) size.width() * size.height() * BYTES_PER_PIXEL;
    return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public ByteBuffer of(ScreenSize wanted) {
    if (!size.equals(wanted)) {
      pixels = allocate(wanted);
      size = wanted;
    }
    return pixels();
  }

  ByteBuffer pixels() {
    pixels.clear();
    return pixels;
  }

  ScreenSize size() {
    return size;
  }

  boolean showsTheSameAs(PictureMemory other) {
    return size.equals(other.size) && pixels().mismatch(other.pixels()) < 0;
  }

  void copy(PictureMemory from) {
    of(from.size).put(from.pixels());
    pixels.clear();
  }
}
