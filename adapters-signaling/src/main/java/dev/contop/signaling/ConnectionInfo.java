package dev.contop.signaling;

import dev.contop.domain.pairing.Fingerprint;

/**
 * Where and as whom the host can be reached.
 *
 * @param host the address that phones are given
 * @param port of the public listener
 */
public record ConnectionInfo(String host, int port, Fingerprint fingerprint) {}
