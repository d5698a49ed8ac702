package dev.contop.application.pairing;

import dev.contop.application.time.DrawIds;
import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import dev.contop.domain.pairing.Sighting;
import dev.contop.domain.pairing.Token;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Makes pairings and knows them again (T90, T91).
 *
 * <p>Any thread; making one blocks until it is kept. Keeps the key of a token, never the token.
 */
public final class PairingDesk implements PairPhone {

  /** Enough of a random id to be one among the few that are paired, and short in a QR code. */
  private static final int ID_DIGITS = 12;

  /** Stands in for what is no token at all. */
  private static final Token NO_TOKEN = new Token("_".repeat(43));

  private final MakeTokens tokens;
  private final DeriveTokenKey keys;
  private final DrawIds ids;
  private final ReadWallClock clock;
  private final FindAddress addresses;
  private final Fingerprint fingerprint;
  private final IntSupplier port;
  private final DeviceRegister register;

  /**
   * @param port of the public listener, for addresses that name none
   */
  public PairingDesk(
      MakeTokens tokens,
      DeriveTokenKey keys,
      DrawIds ids,
      ReadWallClock clock,
      FindAddress addresses,
      Fingerprint fingerprint,
      IntSupplier port,
      DeviceRegister register) {
    this.tokens = tokens;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
    this.addresses = addresses;
    this.fingerprint = fingerprint;
    this.port = port;
    this.register = register;
  }

  @Override
  public PairingOffer pair(PairingRequest request) throws PairingRefused {
    DeviceId id = request.device().orElseGet(this::newId);
    Token token = tokens.make();
    Instant expiresAt =
        clock.now().plus(request.connection().lifetime()).truncatedTo(ChronoUnit.SECONDS);
    register.pair(
        new Pairing(id, keys.derive(token), request.connection(), request.role(), expiresAt),
        request.name());
    return new PairingOffer(
        id,
        token,
        request.connection(),
        request.role(),
        expiresAt,
        fingerprint,
        addresses.host(),
        addresses.port().orElseGet(port),
        addresses.tailscale());
  }

  /** Takes back the pairing of {@code device} that nobody has seen, if it has one. */
  public void forget(DeviceId device) {
    register.takeBack(device);
  }

  /** The pairing that {@code token} belongs to; nothing when it is unknown or has expired (T2). */
  public Optional<Pairing> recognize(String token) {
    // Derived whatever it is, so that the time tells nothing about what is wrong with it.
    boolean wellFormed = Token.isValid(token);
    Optional<Pairing> found =
        register.recognize(keys.derive(wellFormed ? new Token(token) : NO_TOKEN));
    return wellFormed ? found : Optional.empty();
  }

  /** The pairing of {@code device}; nothing when it has none, or it has expired (T96). */
  public Optional<Pairing> find(DeviceId device) {
    return register.find(device).map(Device::pairing);
  }

  /** Whether {@code pairing} is still its device's current one and has not expired. */
  public boolean isCurrent(Pairing pairing) {
    return register.holds(pairing);
  }

  /** A phone has come with a proven offer: what it says of itself is kept (T8). */
  public void came(
      DeviceId device, Optional<String> name, Optional<String> location, CameFrom from) {
    Sighting sighting = Sighting.of(clock.now(), from);
    register.note(device, known -> known.came(name, location, sighting));
  }

  /** It says where it is (T4). */
  public void located(DeviceId device, String location) {
    register.note(device, known -> known.locatedAt(location));
  }

  /** It was connected until now. */
  public void parted(DeviceId device) {
    Instant now = clock.now();
    register.note(device, known -> known.left(now));
  }

  private DeviceId newId() {
    DeviceId id;
    do {
      String drawn = ids.draw().toString();
      id = new DeviceId("phone-" + drawn.substring(drawn.length() - ID_DIGITS));
    } while (register.find(id).isPresent());
    return id;
  }
}
