package dev.contop.application.pairing;

import dev.contop.domain.pairing.Token;

/** Makes tokens of 256 random bits (T91). */
public interface MakeTokens {

  Token make();
}
