package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.util.Base64;

/** A picture of the screen as JPEG (T74). Immutable; the array in it is changed by nobody. */
public final class Still {

  private final byte[] jpeg;
  private final Ticks grabbed;
  private final ScreenSize size;
  private final ScreenSize screen;

  /**
   * @param jpeg the whole file
   * @param grabbed when the screen looked like that
   * @param size of the picture
   * @param screen the size of what it shows
   */
  public Still(byte[] jpeg, Ticks grabbed, ScreenSize size, ScreenSize screen) {
    this.jpeg = jpeg;
    this.grabbed = grabbed;
    this.size = size;
    this.screen = screen;
  }

  public byte[] jpeg() {
    return jpeg;
  }

  /** The file in base64 (RFC 4648, section 4). */
  public String base64() {
    return Base64.getEncoder().encodeToString(jpeg);
  }

  public Ticks grabbed() {
    return grabbed;
  }

  public ScreenSize size() {
    return size;
  }

  /** The size of what it shows. */
  public ScreenSize screen() {
    return screen;
  }

  /** How many pixels of the screen one of the picture stands for, from left to right. */
  public double scaleX() {
    return (double) screen.width() / size.width();
  }

  /** The same from top to bottom. */
  public double scaleY() {
    return (double) screen.height() / size.height();
  }

  /** Logs never show what was on a screen. */
  @Override
  public String toString() {
    return "Still[" + size + ", " + jpeg.length + " bytes]";
  }
}
