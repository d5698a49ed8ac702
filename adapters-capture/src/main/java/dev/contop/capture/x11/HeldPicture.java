package dev.contop.capture.x11;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.ScreenSize;
import org.jspecify.annotations.Nullable;

/** The picture that is there, of whatever size was wanted last, and the pointer drawn into it. */
final class HeldPicture implements AutoCloseable {

  private final XConnection connection;
  private final DrawnPointer drawn;
  private @Nullable Picture picture;

  HeldPicture(XConnection connection, DrawnPointer drawn) {
    this.connection = connection;
    this.drawn = drawn;
  }

  /** What is there; null before the first. */
  @Nullable Picture latest() {
    return picture;
  }

  boolean isOf(ScreenSize size) {
    return picture != null && picture.memory().frame().size().equals(size);
  }

  /** The one that is there if it has that size, and else a new one instead, without content. */
  Picture of(ScreenSize size) throws ScreenUnavailable {
    if (picture != null && isOf(size)) {
      return picture;
    }
    close();
    Picture fresh = Picture.of(connection, size);
    picture = fresh;
    return fresh;
  }

  @Override
  public void close() {
    if (picture != null) {
      picture.close();
      picture = null;
      drawn.forget();
    }
  }
}
