package dev.contop.planted.signaling;

import com.squareup.moshi.Moshi;

/** Uses a library that lives elsewhere. */
public final class UsesMoshi {
  public Class<?> library() {
    return Moshi.class;
  }
}
