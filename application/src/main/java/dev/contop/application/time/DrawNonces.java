package dev.contop.application.time;

import dev.contop.domain.binding.Nonce;

/** Draws nonces of 256 bits from a cryptographic source. */
public interface DrawNonces {

  Nonce draw();
}
