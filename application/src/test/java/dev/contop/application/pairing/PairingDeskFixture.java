package dev.contop.application.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.contop.application.time.CountedIds;
import dev.contop.application.time.FakeWallClock;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A pairing desk whose tokens are counted and whose keys are the tokens' own first bytes. */
public final class PairingDeskFixture {

  public static final Fingerprint FINGERPRINT = new Fingerprint("ab".repeat(32));

  public final FakeWallClock clock = new FakeWallClock();
  public final List<DeviceId> replaced = new ArrayList<>();
  private final AtomicInteger made = new AtomicInteger();
  public final PairingDesk desk =
      new PairingDesk(
          () -> new Token(String.format("%043d", made.incrementAndGet())),
          token -> new TokenKey(Arrays.copyOfRange(token.secret().getBytes(US_ASCII), 11, 43)),
          new CountedIds(),
          clock,
          new FindAddress() {
            @Override
            public String host() {
              return "192.0.2.1";
            }

            @Override
            public Optional<String> tailscale() {
              return Optional.of("100.64.0.1");
            }
          },
          FINGERPRINT,
          () -> 8000,
          replaced::add);

  /** A temporary pairing for {@code device}. */
  public PairingOffer paired(String device) {
    try {
      return desk.pair(Optional.of(new DeviceId(device)), ConnectionType.TEMPORARY);
    } catch (PairingRefused refused) {
      throw new AssertionError(refused);
    }
  }
}
