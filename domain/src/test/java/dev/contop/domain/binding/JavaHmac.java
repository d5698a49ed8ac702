package dev.contop.domain.binding;

import dev.contop.domain.pairing.TokenKey;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 as the JDK computes it; counts its calls. */
public final class JavaHmac implements HashWithKey {

  public int calls;

  @Override
  public byte[] hmacSha256(TokenKey key, byte[] text) {
    calls++;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every JDK has it", e);
    }
  }
}
