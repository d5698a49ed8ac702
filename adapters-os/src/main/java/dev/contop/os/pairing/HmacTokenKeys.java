package dev.contop.os.pairing;

import dev.contop.application.pairing.DeriveTokenKey;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import java.nio.charset.StandardCharsets;

/**
 * Derives a token's key: HMAC-SHA-256 (RFC 2104) over the ASCII text {@value #LABEL}, keyed by the
 * token as the QR code carries it, its 43 characters in ASCII. Thread-safe.
 *
 * <p>A token has 256 random bits, so a quick function is enough: there is nothing to guess. The
 * label keeps this key apart from any other that may be derived from a token later.
 */
public final class HmacTokenKeys implements DeriveTokenKey {

  static final String LABEL = "contop pairing key v1";

  @Override
  public TokenKey derive(Token token) {
    return new TokenKey(JdkHmac.hmacSha256(ascii(token.secret()), ascii(LABEL)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
