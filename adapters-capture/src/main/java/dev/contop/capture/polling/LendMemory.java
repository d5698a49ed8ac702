package dev.contop.capture.polling;

import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;

/** Lends memory for a picture. */
public interface LendMemory {

  /**
   * Direct, little-endian memory from position 0, four bytes a pixel in the order blue, green, red,
   * unused, rows without gaps. It is the same memory for as long as the size is the same.
   */
  ByteBuffer of(ScreenSize size);
}
