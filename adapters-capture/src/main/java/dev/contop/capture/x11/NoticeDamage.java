package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.Extension;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.LibXcbDamage;
import dev.contop.capture.xcb.XConnection;
import java.time.Duration;

/**
 * Is told of changed pixels by the server (DAMAGE extension), once after each grab however much is
 * drawn.
 */
final class NoticeDamage implements NoticePixels {

  private static final byte NON_EMPTY = 3;
  private static final int NONE = 0;

  private final XConnection connection;
  private final Extension extension;
  private final int damage;
  private int subtracted;

  private NoticeDamage(XConnection connection, Extension extension, int damage) {
    this.connection = connection;
    this.extension = extension;
    this.damage = damage;
  }

  static NoticeDamage on(XConnection connection, Extension extension) throws ScreenUnavailable {
    connection.answers(LibXcbDamage.xcb_damage_query_version(connection.pointer(), 1, 1));
    int damage = LibXcb.xcb_generate_id(connection.pointer());
    // Damage of the root covers all windows in it.
    LibXcbDamage.xcb_damage_create(
        connection.pointer(), damage, connection.root().window(), NON_EMPTY);
    return new NoticeDamage(connection, extension, damage);
  }

  @Override
  public void beforeGrab() {
    subtracted = LibXcbDamage.xcb_damage_subtract(connection.pointer(), damage, NONE, NONE);
  }

  @Override
  public void afterGrab(Picture picture) {}

  /** Damage from before the subtraction is in the picture that was grabbed after it. */
  @Override
  public boolean isNews(Pointer event) {
    return XConnection.kind(event) == extension.firstEvent()
        && XConnection.isSince(event, subtracted);
  }

  @Override
  public Duration lookEvery() {
    return Duration.ofDays(1);
  }

  @Override
  public boolean keepsPicture() {
    return true;
  }

  @Override
  public boolean look(Picture picture) {
    return false;
  }

  @Override
  public void close() {
    LibXcbDamage.xcb_damage_destroy(connection.pointer(), damage);
  }
}
