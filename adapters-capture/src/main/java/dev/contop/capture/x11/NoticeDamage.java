package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.Extension;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.LibXcbDamage;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;

/**
 * Is told of changed pixels by the server (DAMAGE extension): after each grab of what has not
 * changed since it.
 *
 * <p>One rectangle around all changes would need fewer events. But Xvfb 21.1 reports an empty one,
 * and that in the middle of its answer when a picture is asked for that travels through the
 * connection: the rest of the picture is then found at the wrong place.
 */
final class NoticeDamage implements NoticePixels {

  private static final byte DELTA_RECTANGLES = 1;
  private static final int NONE = 0;
  private static final int AREA = 16;

  private final XConnection connection;
  private final Extension extension;
  private final int damage;

  /** What the server told of and no grab has fetched. */
  private Damage told = Damage.NONE;

  private Damage grabbed = Damage.NONE;
  private int subtracted;
  private int asked;
  private boolean torn;

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
        connection.pointer(), damage, connection.root().window(), DELTA_RECTANGLES);
    return new NoticeDamage(connection, extension, damage);
  }

  @Override
  public Damage damage(ScreenSize picture) {
    return told.within(ScreenArea.whole(picture));
  }

  @Override
  public void beforeGrab(Damage toGrab) {
    grabbed = toGrab;
    torn = false;
    if (!toGrab.isNone()) {
      told = Damage.NONE;
      subtracted = LibXcbDamage.xcb_damage_subtract(connection.pointer(), damage, NONE, NONE);
    }
  }

  @Override
  public void asked(int request) {
    asked = request;
  }

  @Override
  public boolean isTorn() {
    return torn;
  }

  @Override
  public void afterGrab(Picture picture) {}

  /** Damage from before the subtraction is in the picture that was grabbed after it. */
  @Override
  public boolean isNews(Pointer event) {
    if (XConnection.kind(event) != extension.firstEvent()) {
      return false;
    }
    Damage fresh = area(event);
    boolean inside = grabbed.covers(fresh);
    if (inside && !XConnection.isSince(event, subtracted)) {
      return false;
    }
    torn |= !inside && !XConnection.isSince(event, asked);
    told = told.and(fresh);
    return true;
  }

  /** The area of a DamageNotify (Damage protocol, section 5); an empty one tells of nothing. */
  private static Damage area(Pointer event) {
    int left = Math.max(0, event.getShort(AREA));
    int top = Math.max(0, event.getShort(AREA + 2));
    int right = event.getShort(AREA) + Short.toUnsignedInt(event.getShort(AREA + 4));
    int bottom = event.getShort(AREA + 2) + Short.toUnsignedInt(event.getShort(AREA + 6));
    return left < right && top < bottom
        ? Damage.of(new ScreenArea(left, top, new ScreenSize(right - left, bottom - top)))
        : Damage.NONE;
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
