package dev.contop.capture.xcb;

import com.sun.jna.Pointer;

/** Functions of libxcb-damage. */
public final class LibXcbDamage {

  private LibXcbDamage() {}

  public static native int xcb_damage_query_version(Pointer connection, int major, int minor);

  public static native int xcb_damage_create(
      Pointer connection, int damage, int drawable, byte level);

  public static native int xcb_damage_subtract(
      Pointer connection, int damage, int repair, int parts);

  public static native int xcb_damage_destroy(Pointer connection, int damage);
}
