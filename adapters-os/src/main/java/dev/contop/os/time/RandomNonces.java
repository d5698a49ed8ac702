package dev.contop.os.time;

import dev.contop.application.time.DrawNonces;
import dev.contop.domain.binding.Nonce;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Nonces from the system's cryptographic source. Thread-safe. */
public final class RandomNonces implements DrawNonces {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Nonce draw() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Nonce(HexFormat.of().formatHex(bytes));
  }
}
