package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.signaling.StagedDoor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T2 over a socket: whoever shows a wrong token learns neither by words nor by time what it is. */
@Timeout(120)
class SocketTimingTest {

  private static final int WARM_UP = 150;
  private static final int ROUNDS = 500;

  /** The token of one kind, what was answered to it, and how long that took. */
  private record Kind(StagedDoor.Wrong wrong, Set<String> answers, List<Long> nanos) {}

  private static void ask(int port, Kind kind, boolean counts) throws Exception {
    try (RawPhone phone = new RawPhone(port)) {
      long began = System.nanoTime();
      String head = phone.ask(RawPhone.handshake("/ws/signaling?token=" + kind.wrong().token()));
      RawPhone.Frame close = phone.awaitClose();
      long took = System.nanoTime() - began;
      if (counts) {
        kind.nanos().add(took);
        kind.answers()
            .add(head.replaceAll("(?m)^Date: .*$", "") + close.closeCode() + close.text());
      }
    }
  }

  @Test
  void shouldAnswerTheSameInTheSameTimeWhateverIsWrong() throws Exception {
    // Given
    StagedDoor door = new StagedDoor();
    List<Kind> kinds =
        door.wrong().stream()
            .map(wrong -> new Kind(wrong, new TreeSet<>(), new ArrayList<>()))
            .toList();
    List<Kind> order = new ArrayList<>(kinds);
    Random random = new Random(7);
    try (Listening host = Listening.with(door)) {
      // When asked in random order, after the code is warm
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        Collections.shuffle(order, random);
        for (Kind kind : order) {
          ask(host.port(), kind, round >= 0);
        }
      }
    }

    // Then the words are the same, and a guess from the time no better than tossing a coin
    Kind unknown = kinds.get(0);
    for (Kind kind : kinds) {
      double slower = superiority(unknown.nanos(), kind.nanos());
      System.out.printf(
          "%s token over a socket: median %d µs, slower than an unknown one with probability %.3f%n",
          kind.wrong().why(), median(kind.nanos()) / 1000, slower);
      assertThat(kind.answers()).isEqualTo(unknown.answers()).hasSize(1);
      assertThat(slower).isBetween(0.42, 0.58);
    }
    assertThat(unknown.answers().toString()).contains("4001");
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  /** The probability that one of {@code second} is greater than one of {@code first}. */
  private static double superiority(List<Long> first, List<Long> second) {
    double greater = 0;
    for (long one : second) {
      for (long other : first) {
        greater += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return greater / ((double) first.size() * second.size());
  }
}
