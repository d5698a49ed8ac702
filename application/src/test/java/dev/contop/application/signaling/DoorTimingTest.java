package dev.contop.application.signaling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.FindAddress;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.application.pairing.PairingDeskFixture;
import dev.contop.application.time.CountedIds;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingRequest;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.signaling.Introduction;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T2: neither the answer nor the time tells what is wrong with a token. */
@Timeout(120)
class DoorTimingTest {

  private static final int ROUNDS = 6000;

  private final SignalingStage stage = new SignalingStage();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicLong derived = new AtomicLong();
  private final PairingDesk desk =
      new PairingDesk(
          () -> new Token(String.format("%043d", made.incrementAndGet())),
          this::derive,
          new CountedIds(),
          stage.pairings.clock,
          new FindAddress() {
            @Override
            public String host() {
              return "192.0.2.1";
            }

            @Override
            public Optional<String> tailscale() {
              return Optional.empty();
            }
          },
          PairingDeskFixture.FINGERPRINT,
          () -> 8000,
          stage.pairings.register);
  private final PhoneDoor door =
      new PhoneDoor(
          desk,
          stage.offers,
          stage.sessions.clock,
          new Counters(),
          new DoorTerms(
              TokenUse.ON,
              () -> new Nonce("0".repeat(64)),
              stage.hash,
              PairingDeskFixture.FINGERPRINT,
              new TokenKey(new byte[32]),
              Duration.ofSeconds(10),
              List.of(),
              stage.sessions.schedule));

  private TokenKey derive(Token token) {
    derived.incrementAndGet();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("of a test".getBytes(US_ASCII), "HmacSHA256"));
      return new TokenKey(mac.doFinal(token.secret().getBytes(US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private String token(String device) throws Exception {
    return desk.pair(
            new PairingRequest(
                Optional.of(new DeviceId(device)),
                ConnectionType.TEMPORARY,
                Role.CONTROL,
                Optional.empty()))
        .token()
        .secret();
  }

  /** One way of being wrong, and how long it took to be told so. */
  private record Kind(String name, Introduction shown, List<Long> times) {
    static Kind of(String name, String token) {
      return new Kind(name, new Introduction.ByToken(token), new ArrayList<>());
    }
  }

  /** Tokens of every wrong kind, among some that are right. */
  private List<Kind> wrong() throws Exception {
    String expired = token("expired");
    stage.pairings.clock.advance(Duration.ofHours(3));
    String revoked = token("revoked");
    desk.forget(new DeviceId("revoked"));
    String replaced = token("phone");
    for (int i = 0; i < 20; i++) {
      token("phone" + (i == 0 ? "" : i));
    }
    stage.pairings.clock.advance(Duration.ofHours(1));
    return List.of(
        Kind.of("unknown", String.format("%043d", 9_999)),
        Kind.of("expired", expired),
        Kind.of("revoked", revoked),
        Kind.of("replaced", replaced));
  }

  @Test
  void shouldDeriveAKeyFromWhateverIsShown() throws Exception {
    List<Kind> shown = new ArrayList<>(wrong());
    shown.add(Kind.of("malformed", "no token"));
    shown.add(new Kind("none", new Introduction.Unusable(), new ArrayList<>()));
    long before = derived.get();

    shown.forEach(
        kind -> door.accept(kind.shown(), CameFrom.straight("192.0.2.9"), new RecordingCarrier()));

    assertThat(derived.get() - before).isEqualTo(shown.size());
  }

  @Test
  void shouldTakeTheSameTimeWhateverIsWrong() throws Exception {
    // Given
    List<Kind> wrong = wrong();
    List<Kind> order = new ArrayList<>(wrong);
    Random random = new Random(7);

    // When asked in random order, after the code is warm
    for (int round = -2000; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (Kind kind : order) {
        stage.sessions.clock.advance(PhoneDoor.FAILURE_EVERY);
        RecordingCarrier carrier = new RecordingCarrier();
        long began = System.nanoTime();
        door.accept(kind.shown(), CameFrom.straight("192.0.2.9"), carrier);
        long took = System.nanoTime() - began;
        if (round >= 0) {
          kind.times().add(took);
        }
      }
    }

    // Then a guess from one duration is no better than tossing a coin
    for (Kind kind : wrong) {
      double superiority = superiority(wrong.get(0).times(), kind.times());
      System.out.printf(
          "%s token: median %.1f µs, quartiles %.1f to %.1f µs;"
              + " slower than an unknown one with probability %.3f%n",
          kind.name(),
          quantile(kind.times(), 0.5),
          quantile(kind.times(), 0.25),
          quantile(kind.times(), 0.75),
          superiority);
      assertThat(superiority).isBetween(0.42, 0.58);
    }
  }

  private static double quantile(List<Long> times, double part) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[(int) (part * (sorted.length - 1))] / 1000.0;
  }

  /** The probability that one of {@code second} is greater than one of {@code first}. */
  static double superiority(List<Long> first, List<Long> second) {
    long[] sorted = first.stream().mapToLong(Long::longValue).sorted().toArray();
    double greater = 0;
    for (long value : second) {
      greater += (below(sorted, value) + below(sorted, value + 1)) / 2.0;
    }
    return greater / ((double) first.size() * second.size());
  }

  private static int below(long[] sorted, long value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }
}
