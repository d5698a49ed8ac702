package dev.contop.planted.wire;

import com.squareup.moshi.Moshi;

/** Writes. */
public final class Plain {
  public Moshi moshi() {
    return new Moshi.Builder().build();
  }
}
