package dev.contop.domain.pairing;

import java.time.Instant;
import java.util.Optional;

/**
 * All that a phone must know to connect (T90): the content of a QR code.
 *
 * @param host the address of this machine, a name or an IP address without brackets
 * @param port of the public listener
 * @param tailscale its address in a Tailscale network, if it has one
 */
public record PairingOffer(
    DeviceId device,
    Token token,
    ConnectionType connection,
    Role role,
    Instant expiresAt,
    Fingerprint fingerprint,
    String host,
    int port,
    Optional<String> tailscale) {

  /** One that lets the phone drive the desktop. */
  public PairingOffer(
      DeviceId device,
      Token token,
      ConnectionType connection,
      Instant expiresAt,
      Fingerprint fingerprint,
      String host,
      int port,
      Optional<String> tailscale) {
    this(device, token, connection, Role.CONTROL, expiresAt, fingerprint, host, port, tailscale);
  }
}
