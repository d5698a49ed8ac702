package dev.contop.webrtc;

import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.util.Optional;

/**
 * A part of the screen in the size that somebody wants, as it was made last, and what of the screen
 * has changed since.
 *
 * <p>What has been handed out is never written to again: an encoder may still read it.
 */
final class ConvertedPicture {

  private final ScreenArea area;
  private final ScreenSize size;
  private Optional<NativeI420Buffer> latest = Optional.empty();
  private Damage stale = Damage.NONE;
  private int unwanted;

  ConvertedPicture(ScreenArea area, ScreenSize size) {
    this.area = area;
    this.size = size;
  }

  boolean is(ScreenArea wantedArea, ScreenSize wantedSize) {
    return area.equals(wantedArea) && size.equals(wantedSize);
  }

  ScreenArea area() {
    return area;
  }

  ScreenSize size() {
    return size;
  }

  /** What of the screen's part goes into it: an odd side loses its last pixel. */
  ScreenSize shown() {
    return isScaled() ? area.size() : size;
  }

  /** Whether pixels of the screen are not its own; scaling by one pixel would only blur. */
  boolean isScaled() {
    return area.size().width() - size.width() > 1 || area.size().height() - size.height() > 1;
  }

  /** A frame has come in which this much is new. */
  void damaged(Damage damage) {
    stale = stale.and(damage);
    unwanted++;
  }

  /** How many frames have come since somebody wanted it. */
  int unwanted() {
    return unwanted;
  }

  /** What it does not show as it is, in the pixels of its part of the screen. */
  Damage stale() {
    ScreenArea whole = ScreenArea.whole(shown());
    return latest.isPresent() ? stale.from(area).within(whole) : Damage.of(whole);
  }

  /** The picture that is there, whatever of it is stale. */
  Optional<NativeI420Buffer> latest() {
    return latest;
  }

  /** It is wanted as it is: nothing of it is stale. */
  NativeI420Buffer unchanged() {
    stale = Damage.NONE;
    unwanted = 0;
    return latest.orElseThrow();
  }

  /** Takes over a picture in which nothing is stale, and its reference. */
  NativeI420Buffer renewed(NativeI420Buffer picture) {
    release();
    latest = Optional.of(picture);
    return unchanged();
  }

  void release() {
    latest.ifPresent(NativeI420Buffer::release);
    latest = Optional.empty();
  }
}
