package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * The views of one block of native memory that holds a picture; owns nothing.
 *
 * @param frame the memory as it is lent to readers
 * @param canvas the memory for drawing, one {@code int} 0xXXRRGGBB a pixel
 */
record PictureMemory(Pointer address, Frame frame, IntBuffer canvas) {

  static final int BYTES_PER_PIXEL = 4;

  static PictureMemory at(Pointer address, ScreenSize size) {
    ByteBuffer pixels = address.getByteBuffer(0, bytes(size)).order(ByteOrder.LITTLE_ENDIAN);
    Frame frame = new Frame(pixels, size.width() * BYTES_PER_PIXEL, size);
    return new PictureMemory(address, frame, pixels.asIntBuffer());
  }

  static long bytes(ScreenSize size) {
    return (long) size.width() * size.height() * BYTES_PER_PIXEL;
  }
}
