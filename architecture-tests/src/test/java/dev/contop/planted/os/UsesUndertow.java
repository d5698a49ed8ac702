package dev.contop.planted.os;

import io.undertow.Undertow;

/** Uses a library that lives elsewhere. */
public final class UsesUndertow {
  public Class<?> library() {
    return Undertow.class;
  }
}
