package dev.contop.domain.binding;

/**
 * What an answer carries for a phone that proved itself.
 *
 * @param proof the host's own, over the offer that is answered
 * @param next the nonce for the next offer over the same line (T10)
 */
public record Countersignature(Proof proof, Nonce next) {}
