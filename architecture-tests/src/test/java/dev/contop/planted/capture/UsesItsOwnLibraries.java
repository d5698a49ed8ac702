package dev.contop.planted.capture;

import com.sun.jna.Pointer;

/** Uses a library that lives elsewhere. */
public final class UsesItsOwnLibraries {
  public Class<?> library() {
    return Pointer.class;
  }
}
