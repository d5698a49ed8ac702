package dev.contop.application.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.contop.application.audit.KeptAudit;
import dev.contop.application.time.CountedIds;
import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.FakeWallClock;
import dev.contop.application.time.ManualSchedule;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.session.EndCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A pairing desk whose tokens are counted and whose keys are the tokens' own first bytes. */
public final class PairingDeskFixture {

  public static final Fingerprint FINGERPRINT = new Fingerprint("ab".repeat(32));

  /** A device that was sent away, and why. */
  public record Dismissed(DeviceId device, EndCause cause) {}

  public final FakeWallClock clock = new FakeWallClock();
  public final FakeTicks ticks = new FakeTicks();
  public final ManualSchedule schedule = new ManualSchedule(ticks);
  public final InMemoryDevices store;
  public final KeptAudit audit = new KeptAudit();
  public final List<Dismissed> dismissed = new ArrayList<>();

  /** What else is to be done with a device that is sent away. */
  public DismissDevice dismissal = (device, cause) -> {};

  public final DeviceRegister register;
  public final PairingDesk desk;
  private final AtomicInteger made = new AtomicInteger();

  public PairingDeskFixture() {
    this(new InMemoryDevices());
  }

  /** A desk after a restart: all that it knows is what was kept. */
  public PairingDeskFixture(InMemoryDevices kept) {
    store = kept;
    register =
        new DeviceRegister(
            store,
            clock,
            schedule,
            Runnable::run,
            (device, cause) -> {
              dismissed.add(new Dismissed(device, cause));
              dismissal.dismiss(device, cause);
            },
            audit);
    desk =
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
            register);
  }

  /** Time passes on both clocks, and what is due happens. */
  public void pass(Duration duration) {
    Duration left = duration;
    while (!left.isZero()) {
      Duration step = left.compareTo(STEP) < 0 ? left : STEP;
      clock.advance(step);
      schedule.pass(step);
      left = left.minus(step);
    }
  }

  private static final Duration STEP = Duration.ofMinutes(1);

  /** A temporary pairing for {@code device}. */
  public PairingOffer paired(String device) {
    return paired(device, ConnectionType.TEMPORARY, Role.CONTROL);
  }

  public PairingOffer paired(String device, ConnectionType connection, Role role) {
    try {
      return desk.pair(
          new PairingRequest(
              Optional.of(new DeviceId(device)), connection, role, Optional.empty()));
    } catch (PairingRefused refused) {
      throw new AssertionError(refused);
    }
  }
}
