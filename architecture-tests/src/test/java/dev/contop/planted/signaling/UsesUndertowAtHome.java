package dev.contop.planted.signaling;

import io.undertow.Undertow;

/** Uses a library that lives elsewhere. */
public final class UsesUndertowAtHome {
  public Class<?> library() {
    return Undertow.class;
  }
}
