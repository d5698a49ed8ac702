package dev.contop.capture.x11;

import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import java.nio.IntBuffer;
import java.util.Optional;

/** The pointer as it stands in a picture, and what it covers there. */
final class DrawnPointer {

  private CursorShape shape = CursorShape.none();
  private Optional<ScreenArea> place = Optional.empty();
  private int[] covered = new int[0];

  /** Takes it out of the picture, which is then as the server gave it. */
  void lift(PictureMemory picture) {
    place.ifPresent(
        area -> {
          int width = area.size().width();
          for (int row = 0; row < area.size().height(); row++) {
            picture.canvas().put(start(picture, area, row), covered, row * width, width);
          }
        });
  }

  /**
   * Draws it into a picture that it is not in.
   *
   * @return what of the picture looks different for it, compared with where it stood before
   */
  Damage draw(PictureMemory picture, PointerPlace pointer, CursorShape now) {
    Optional<ScreenArea> before = place;
    Optional<ScreenArea> after =
        pointer.onRoot()
            ? now.area(picture.frame().size(), pointer.x(), pointer.y())
            : Optional.empty();
    boolean same = now.equals(shape) && after.equals(before);
    shape = now;
    place = after;
    after.ifPresent(
        area -> {
          keep(picture, area);
          now.drawOn(picture.canvas(), picture.frame().size(), pointer.x(), pointer.y());
        });
    return same ? Damage.NONE : new Damage(before).and(new Damage(after));
  }

  /** The picture that it stood in is gone. */
  void forget() {
    place = Optional.empty();
  }

  private void keep(PictureMemory picture, ScreenArea area) {
    int width = area.size().width();
    int pixels = width * area.size().height();
    if (covered.length < pixels) {
      covered = new int[pixels];
    }
    IntBuffer canvas = picture.canvas();
    for (int row = 0; row < area.size().height(); row++) {
      canvas.get(start(picture, area, row), covered, row * width, width);
    }
  }

  private static int start(PictureMemory picture, ScreenArea area, int row) {
    return (area.y() + row) * picture.frame().size().width() + area.x();
  }
}
