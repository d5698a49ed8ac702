package dev.contop.planted.signaling;

import com.sun.jna.Pointer;

/** Uses a library that lives elsewhere. */
public final class UsesJna {
  public Class<?> library() {
    return Pointer.class;
  }
}
