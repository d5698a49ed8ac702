package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A crowd at the door does not keep its owner waiting (T2). */
@Tag("alone")
@Timeout(180)
class CrowdIT {

  private static final int GUESSES = 10_000;
  private static final int ADDRESSES = 100;
  private static final int HALF_OPEN = 1000;
  private static final int ATTACKERS = 6;

  private static String token(String link) {
    return Stream.of(link.substring(link.indexOf('#') + 1).split("&", -1))
        .filter(fact -> fact.startsWith("t="))
        .findFirst()
        .orElseThrow()
        .substring(2);
  }

  /** How long the owner takes from nothing to a socket that answers. */
  private static Duration enter(HostProcess host, String token, String from) throws IOException {
    long began = System.nanoTime();
    try (RawSocket owner = new RawSocket(from, host.port())) {
      assertThat(owner.upgrade("?token=" + token)).isTrue();
      assertThat(owner.ping()).isTrue();
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }

  private static long residentKilobytes(HostProcess host) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + host.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private static long openFiles(HostProcess host) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + host.pid() + "/fd"))) {
      return files.count();
    }
  }

  private static String guess(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void shouldLetTheOwnerInWhileTenThousandTokensAreGuessedFromAHundredAddresses() throws Exception {
    try (Rig rig = Rig.start("guesses", 1280, 720)) {
      // Given a warm host
      String token = token(rig.host.link());
      enter(rig.host, token, "127.0.0.1");
      long before = residentKilobytes(rig.host);
      Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
      AtomicInteger next = new AtomicInteger();
      List<Thread> attackers =
          IntStream.range(0, ATTACKERS)
              .mapToObj(i -> new Thread(() -> guess(rig.host, i, next, outcomes), "attacker-" + i))
              .toList();

      // When
      long began = System.nanoTime();
      attackers.forEach(Thread::start);
      List<Duration> waits = new ArrayList<>();
      while (attackers.stream().anyMatch(Thread::isAlive)) {
        // From an address of one's own, and from one from which guesses come too.
        waits.add(enter(rig.host, token, "127.0.0.1"));
        waits.add(enter(rig.host, token, "127.1.0.7"));
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);

      // Then
      long after = residentKilobytes(rig.host);
      report("guesses", took, outcomes, waits);
      System.out.printf("guesses: resident %d kB before, %d kB after%n", before, after);
      assertThat(next.get()).isGreaterThanOrEqualTo(GUESSES);
      assertThat(outcomes.keySet()).isSubsetOf("4001", "1008", "cut");
      assertThat(outcomes.get("1008")).isNotNull();
      assertThat(waits)
          .hasSizeGreaterThan(10)
          .allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0);
      assertThat(after - before).isLessThan(150_000);
      assertThat(rig.host.log()).doesNotContain("OutOfMemory", "ERROR");
      rig.live();
    }
  }

  private static void guess(
      HostProcess host, int attacker, AtomicInteger next, Map<String, AtomicInteger> outcomes) {
    Random random = new Random(attacker);
    for (int i = next.getAndIncrement(); i < GUESSES; i = next.getAndIncrement()) {
      String from = "127.1.0." + (1 + i % ADDRESSES);
      String outcome;
      try (RawSocket socket = new RawSocket(from, host.port())) {
        outcome =
            socket.upgrade("?token=" + guess(random))
                ? Integer.toString(socket.closeCode())
                : "not upgraded";
      } catch (IOException hungUp) {
        outcome = "cut";
      }
      outcomes.computeIfAbsent(outcome, key -> new AtomicInteger()).incrementAndGet();
    }
  }

  @Test
  void shouldLetTheOwnerInWhileAThousandSocketsStandHalfOpen() throws Exception {
    try (Rig rig = Rig.start("halfopen", 1280, 720)) {
      // Given
      String token = token(rig.host.link());
      enter(rig.host, token, "127.0.0.1");
      long files = openFiles(rig.host);
      Queue<RawSocket> held = new ArrayBlockingQueue<>(HALF_OPEN);
      String[] halves = {
        "",
        "GET / HT",
        "GET / HTTP/1.1\r\nX-",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"
      };

      // When each of them says half of something, from ten addresses, and nothing more
      long began = System.nanoTime();
      for (int i = 0; i < HALF_OPEN; i++) {
        RawSocket half = new RawSocket("127.2.0." + (1 + i % 10), rig.host.port());
        try {
          half.write(halves[i % halves.length]);
        } catch (IOException cutAlready) {
          // It made room for another.
        }
        held.add(half);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      List<Duration> waits = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waits.add(enter(rig.host, token, i % 2 == 0 ? "127.0.0.1" : "127.2.0.1"));
      }

      // Then
      report("half open", took, Map.of(), waits);
      long more = openFiles(rig.host) - files;
      System.out.printf("half open: the host holds %d of %d%n", more, HALF_OPEN);
      assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0);
      assertThat(more).isLessThanOrEqualTo(520);
      rig.live();
      for (RawSocket half : held) {
        half.close();
      }
    }
  }

  private static void report(
      String what, Duration took, Map<String, AtomicInteger> outcomes, List<Duration> waits) {
    List<Duration> sorted = waits.stream().sorted().toList();
    System.out.printf(
        "%s: took %d ms, %s; the owner came in %d times, median %d ms, at most %d ms%n",
        what,
        took.toMillis(),
        outcomes,
        sorted.size(),
        sorted.get(sorted.size() / 2).toMillis(),
        sorted.get(sorted.size() - 1).toMillis());
  }
}
