package dev.contop.application.still;

import dev.contop.domain.media.ScreenSize;
import java.io.IOException;

/** Makes a JPEG file of pixels. */
public interface EncodeJpeg {

  /**
   * Blocks for as long as it takes, some 20 ms for 1280x720.
   *
   * @param pixels {@code 0x..RRGGBB}, row by row without gaps; the top byte means nothing
   * @param quality 1 to 100
   * @throws IOException when it cannot be made
   */
  byte[] encode(int[] pixels, ScreenSize size, int quality) throws IOException;
}
