package dev.contop.application.pairing;

import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;

/** Derives the key of a token, one-way and always the same (T91, T96). */
public interface DeriveTokenKey {

  TokenKey derive(Token token);
}
