package dev.contop.application.pairing;

import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Makes pairings and knows them again. Temporary pairings live in memory only (T91).
 *
 * <p>Any thread. Keeps the key of a token, never the token.
 */
public final class PairingDesk implements PairPhone {

  /** More pairings than any household or team has phones. */
  static final int MOST_PAIRINGS = 256;

  /** Stands in for what is no token at all. */
  private static final Token NO_TOKEN = new Token("_".repeat(43));

  private final MakeTokens tokens;
  private final DeriveTokenKey keys;
  private final DrawIds ids;
  private final ReadWallClock clock;
  private final FindAddress addresses;
  private final Fingerprint fingerprint;
  private final IntSupplier port;
  private final Consumer<DeviceId> replaced;
  private final Map<DeviceId, Pairing> pairings = new HashMap<>();

  /**
   * @param port of the public listener, as phones see it
   * @param replaced is told of a device whose earlier pairing has just lost its validity
   */
  public PairingDesk(
      MakeTokens tokens,
      DeriveTokenKey keys,
      DrawIds ids,
      ReadWallClock clock,
      FindAddress addresses,
      Fingerprint fingerprint,
      IntSupplier port,
      Consumer<DeviceId> replaced) {
    this.tokens = tokens;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
    this.addresses = addresses;
    this.fingerprint = fingerprint;
    this.port = port;
    this.replaced = replaced;
  }

  @Override
  public PairingOffer pair(Optional<DeviceId> device, ConnectionType connection)
      throws PairingRefused {
    if (connection == ConnectionType.PERMANENT) {
      throw new PairingRefused(
          "Only temporary pairings are made at present; ask for a temporary one.");
    }
    DeviceId id = device.orElseGet(() -> new DeviceId("phone-" + ids.draw()));
    Token token = tokens.make();
    Instant expiresAt = clock.now().plus(connection.lifetime()).truncatedTo(ChronoUnit.SECONDS);
    if (keep(new Pairing(id, keys.derive(token), connection, expiresAt))) {
      replaced.accept(id);
    }
    return new PairingOffer(
        id,
        token,
        connection,
        expiresAt,
        fingerprint,
        addresses.host(),
        port.getAsInt(),
        addresses.tailscale());
  }

  /** Takes back the pairing of {@code device}, if it has one. */
  public void forget(DeviceId device) {
    synchronized (pairings) {
      pairings.remove(device);
    }
  }

  /** The pairing that {@code token} belongs to; nothing when it is unknown or has expired (T2). */
  public Optional<Pairing> recognize(String token) {
    // Derived whatever it is, so that the time tells nothing about what is wrong with it.
    boolean wellFormed = Token.isValid(token);
    TokenKey key = keys.derive(wellFormed ? new Token(token) : NO_TOKEN);
    Instant now = clock.now();
    Optional<Pairing> found = Optional.empty();
    synchronized (pairings) {
      // All are compared, whichever matches: the time tells nothing.
      for (Pairing pairing : pairings.values()) {
        boolean expired = pairing.isExpiredAt(now);
        boolean same = pairing.key().matches(key);
        if (same && !expired && wellFormed) {
          found = Optional.of(pairing);
        }
      }
    }
    return found;
  }

  /** Whether {@code pairing} is still its device's current one and has not expired. */
  public boolean isCurrent(Pairing pairing) {
    synchronized (pairings) {
      Pairing current = pairings.get(pairing.device());
      return current != null
          && current.key().matches(pairing.key())
          && !current.isExpiredAt(clock.now());
    }
  }

  private boolean keep(Pairing pairing) throws PairingRefused {
    synchronized (pairings) {
      Instant now = clock.now();
      pairings.values().removeIf(old -> old.isExpiredAt(now));
      if (pairings.size() >= MOST_PAIRINGS && !pairings.containsKey(pairing.device())) {
        throw new PairingRefused(
            "Too many pairings are open; wait until some have expired, or restart the host.");
      }
      return pairings.put(pairing.device(), pairing) != null;
    }
  }
}
