package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.Extension;
import dev.contop.capture.xcb.SharedLibrary;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.Optional;

/** Finds out that pixels have changed since the last grab. */
sealed interface NoticePixels extends AutoCloseable permits NoticeDamage, ComparePictures {

  static NoticePixels on(XConnection connection) throws ScreenUnavailable {
    SharedLibrary.DAMAGE.bind();
    Optional<Extension> damage = connection.extension("DAMAGE");
    return damage.isPresent() ? NoticeDamage.on(connection, damage.get()) : new ComparePictures();
  }

  /** What may have changed since the last grab, as far as it lies on such a picture. */
  Damage damage(ScreenSize picture);

  /**
   * Called before the picture is asked for: what changes from here on is news.
   *
   * @param grabbed what of the picture is grabbed
   */
  void beforeGrab(Damage grabbed);

  /** Called with the request whose reading by the server is the moment that the picture is of. */
  void asked(int request);

  /**
   * Whether the picture that has come is of two moments: something changed before that one, and
   * part of it was not grabbed. Valid once all events have been taken.
   */
  boolean isTorn();

  /** Called when the picture is there and nothing is drawn into it yet. */
  void afterGrab(Picture picture);

  /** Whether this event says that pixels have changed. */
  boolean isNews(Pointer event);

  /** How often {@link #look} is to be called while waiting. */
  Duration lookEvery();

  /** Whether {@link #look} leaves the picture as it is, pointer and all. */
  boolean keepsPicture();

  /** Whether pixels have changed; may overwrite the picture. */
  boolean look(Picture picture) throws ScreenUnavailable;

  @Override
  void close();
}
