package dev.contop.capture.x11;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.PixelShape;
import dev.contop.capture.xcb.SharedLibrary;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.ScreenSize;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Memory that the server's picture is brought into, of one size for its life.
 *
 * <p>Asking and receiving are apart so that other questions can travel with the request.
 */
sealed interface Picture extends AutoCloseable
    permits SharedPicture, CopiedPicture, ExpandedPicture {

  int ALL_PLANES = -1;
  byte Z_PIXMAP = 2;

  /** Makes memory for a picture of the root, shared with the server where that is possible. */
  static Picture of(XConnection connection, ScreenSize size) throws ScreenUnavailable {
    if (PictureMemory.bytes(size) > Integer.MAX_VALUE) {
      throw new ScreenUnavailable("A screen of " + size + " is too large to be read");
    }
    Picture fetched = fetched(connection, size);
    PixelShape pixels = connection.root().pixels();
    return pixels.isBgrx() ? fetched : new ExpandedPicture(fetched, pixels);
  }

  private static Picture fetched(XConnection connection, ScreenSize size) throws ScreenUnavailable {
    SharedLibrary.SHM.bind();
    if (connection.extension("MIT-SHM").isPresent()) {
      Optional<SharedPicture> shared = SharedPicture.share(connection, size);
      if (shared.isPresent()) {
        return shared.get();
      }
    }
    LoggerFactory.getLogger(Picture.class)
        .info("No memory is shared with {}: its picture is copied, slowly", connection.display());
    return new CopiedPicture(connection, size);
  }

  /**
   * Requests the pixels of some rows of the root, from edge to edge; the answer is {@linkplain
   * #receive received} later, one at a time.
   *
   * @param top the first of them
   * @param height how many
   */
  int ask(int top, int height);

  /**
   * Waits for the pixels.
   *
   * @return false when the server refused: the root is smaller by now
   */
  boolean receive(int request) throws ScreenUnavailable;

  /** How often it was asked for, whatever came of it. */
  int requests();

  PictureMemory memory();

  @Override
  void close();
}
