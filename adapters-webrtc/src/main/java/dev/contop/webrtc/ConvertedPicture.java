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

  /** A frame has come in which this much is new. */
  void damaged(Damage damage) {
    stale = stale.and(damage);
    unwanted++;
  }

  /** How many frames have come since somebody wanted it. */
  int unwanted() {
    return unwanted;
  }

  /** What of the screen it does not show as it is; all of its part before there is a picture. */
  Damage stale() {
    return latest.isPresent() ? stale.within(area) : Damage.of(area);
  }

  /** The picture that is there, whatever of it is stale. */
  Optional<NativeI420Buffer> latest() {
    return latest;
  }

  /** Takes over a picture in which nothing is stale, and its reference. */
  NativeI420Buffer renewed(NativeI420Buffer picture) {
    if (latest.filter(picture::equals).isEmpty()) {
      release();
      latest = Optional.of(picture);
    }
    stale = Damage.NONE;
    unwanted = 0;
    return picture;
  }

  void release() {
    latest.ifPresent(NativeI420Buffer::release);
    latest = Optional.empty();
  }
}
