package dev.contop.planted.os;

import com.google.zxing.BarcodeFormat;

/** Uses a library that lives elsewhere. */
public final class UsesZxing {
  public Class<?> library() {
    return BarcodeFormat.class;
  }
}
