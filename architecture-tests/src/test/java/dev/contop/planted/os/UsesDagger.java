package dev.contop.planted.os;

import dagger.Lazy;

/** Uses a library that lives elsewhere. */
public final class UsesDagger {
  public Class<?> library() {
    return Lazy.class;
  }
}
