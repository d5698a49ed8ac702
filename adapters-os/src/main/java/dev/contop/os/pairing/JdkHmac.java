package dev.contop.os.pairing;

import dev.contop.domain.binding.HashWithKey;
import dev.contop.domain.pairing.TokenKey;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 as the JDK computes it. Thread-safe. */
public final class JdkHmac implements HashWithKey {

  private static final String ALGORITHM = "HmacSHA256";

  @Override
  public byte[] hmacSha256(TokenKey key, byte[] text) {
    return hmacSha256(key.bytes(), text);
  }

  static byte[] hmacSha256(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
