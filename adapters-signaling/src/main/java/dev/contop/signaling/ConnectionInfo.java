package dev.contop.signaling;

import dev.contop.domain.pairing.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/**
 * Where and as whom the host can be reached.
 *
 * @param host the address that phones are given
 * @param port under which they find the public listener there
 * @param tailscale the address in a Tailscale network, if there is one
 * @param renewal when the certificate expires
 */
public record ConnectionInfo(
    String host, int port, Optional<String> tailscale, Fingerprint fingerprint, Instant renewal) {}
