package dev.contop.planted.signaling;

import org.bouncycastle.asn1.ASN1Integer;

/** Uses a library that lives elsewhere. */
public final class UsesBouncyCastle {
  public Class<?> library() {
    return ASN1Integer.class;
  }
}
