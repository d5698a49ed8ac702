package dev.contop.os.pairing;

import dev.contop.application.pairing.MakeTokens;
import dev.contop.domain.pairing.Token;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens of 256 bits from the system's cryptographic source, in base64url. Thread-safe. */
public final class RandomTokens implements MakeTokens {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Token make() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }
}
