package dev.contop.application.screen;

import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;

/**
 * A picture of the screen, lent to its readers for the length of a call. It is for reading: what a
 * screen has not drawn anew stands in the same memory next time.
 *
 * @param pixels a direct buffer of {@code stride * height} bytes from position 0, four bytes a
 *     pixel in the order blue, green, red, unused
 * @param stride the bytes from one row to the next
 * @param damage what may be other than in the frame that the same open screen lent before
 */
public record Frame(ByteBuffer pixels, int stride, ScreenSize size, Damage damage) {

  /** A frame of which nobody knows what is new. */
  public Frame(ByteBuffer pixels, int stride, ScreenSize size) {
    this(pixels, stride, size, Damage.whole(size));
  }

  /** The same memory, in which that much is new. */
  public Frame with(Damage fresh) {
    return new Frame(pixels, stride, size, fresh);
  }
}
