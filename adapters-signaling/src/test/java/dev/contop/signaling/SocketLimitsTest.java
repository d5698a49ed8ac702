package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever one phone does, it costs a bounded amount, and the next phone is served. */
@Timeout(60)
class SocketLimitsTest {

  @Test
  void shouldCloseSocketThatFloodsWithMessages() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones, Listening.limits().burst(50).build());
        RawPhone phone = RawPhone.connect(host.port())) {
      // When
      flood(phone, RawPhone.FIN | RawPhone.TEXT);

      // Then
      RawPhone.Frame close = phone.awaitClose();
      assertThat(close.closeCode()).isEqualTo(1008);
      assertThat(close.text()).contains("too many messages a second");
      assertStillServes(host, phones);
    }
  }

  @Test
  void shouldCountPingsAndPongsToo() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones, Listening.limits().burst(50).build())) {
      for (int opcode : new int[] {RawPhone.PING, RawPhone.PONG}) {
        try (RawPhone phone = RawPhone.connect(host.port())) {
          // When
          flood(phone, RawPhone.FIN | opcode);

          // Then
          assertThat(phone.awaitClose().closeCode()).isEqualTo(1008);
        }
      }
      assertStillServes(host, phones);
    }
  }

  private static void flood(RawPhone phone, int firstByte) {
    try {
      for (int i = 0; i < 2000; i++) {
        phone.frame(firstByte, SignalingSocketTest.candidate("f").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The host may hang up before the flood is over.
      assertThat(e).isNotNull();
    }
  }

  @Test
  void shouldCloseSocketWhoseMessagesPileUp() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    Phones phones = new Phones((line, message) -> hold(stuck));
    try (Listening host = Listening.with(phones, Listening.limits().waiting(20).build());
        RawPhone phone = RawPhone.connect(host.port())) {
      // Given
      await().until(() -> phones.lines.size() == 1);

      // When
      for (int i = 0; i < 30; i++) {
        phone.text(SignalingSocketTest.candidate("p" + i));
      }

      // Then
      RawPhone.Frame close = phone.awaitClose();
      assertThat(close.closeCode()).isEqualTo(1008);
      assertThat(close.text()).contains("too many messages waiting");
      stuck.countDown();
      assertStillServes(host, phones);
    }
  }

  private static void hold(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldCloseSocketOfPhoneThatDoesNotRead() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones, Listening.limits().unsent(1024 * 1024).build());
        RawPhone phone = RawPhone.connect(host.port())) {
      await().until(() -> phones.lines.size() == 1);

      // When far more is sent than the kernel buffers, and nothing is read
      ToPhone answer = new ToPhone.Answer(new SessionDescription("x".repeat(100_000)), "p");
      for (int i = 0; i < 200; i++) {
        phones.lines.get(0).carrier.send(answer);
      }

      // Then the connection ends without the phone's help
      await().until(() -> host.listener().openSockets() == 0);
      assertThat(phones.lines.get(0).timesClosed()).isEqualTo(1);
      assertThat(phone.isHungUp()).isTrue();
    }
  }

  @Test
  void shouldPushOutTheEldestStrangerOfAnAddressThatHasTooMany() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones, Listening.limits().connections(100, 3).build());
        RawPhone owner = RawPhone.connect(host.port())) {
      // Given one that was let in, and as many strangers as there may be
      await().until(() -> phones.lines.size() == 1);
      List<RawPhone> strangers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        strangers.add(RawPhone.connect(host.port(), Phones.HALF));
      }
      await().until(() -> host.listener().openSockets() == 4);

      // When
      strangers.add(RawPhone.connect(host.port(), Phones.HALF));

      // Then
      assertThat(strangers.get(0).isHungUp()).isTrue();
      await().until(() -> host.listener().openSockets() == 4);
      assertThat(host.listener().connections()).isEqualTo(4);
      owner.text(SignalingSocketTest.candidate("still"));
      await().until(() -> phones.lines.get(0).candidates().equals(List.of("still")));
      for (RawPhone phone : strangers) {
        phone.close();
      }
      assertStillServes(host, phones);
    }
  }

  @Test
  void shouldKeepThoseLetInWhenTheDoorIsFull() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones, Listening.limits().connections(2, 100).build());
        RawPhone first = RawPhone.connect(host.port());
        RawPhone second = RawPhone.connect(host.port())) {
      // Given
      await().until(() -> phones.lines.size() == 2);

      // When
      try (RawPhone third = new RawPhone(host.port())) {
        // Then
        assertThat(third.isHungUp()).isTrue();
      }
      first.text(SignalingSocketTest.candidate("still"));
      second.text(SignalingSocketTest.candidate("here"));
      await().until(() -> phones.lines.stream().allMatch(line -> line.candidates().size() == 1));
    }
  }

  @Test
  void shouldServeTheNewestOfTooManyIdleConnections() throws Exception {
    try (Listening host =
        Listening.with(new Phones(), Listening.limits().connections(4, 100).build())) {
      // Given as many as there may be
      List<RawPhone> four = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        RawPhone phone = new RawPhone(host.port());
        assertThat(phone.ask("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 200 ");
        four.add(phone);
      }

      // When one more asks
      try (RawPhone fifth = new RawPhone(host.port())) {
        // Then
        assertThat(fifth.ask("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 200 ");
        assertThat(four.get(0).isHungUp()).isTrue();
        assertThat(host.listener().connections()).isEqualTo(4);
      }
      for (RawPhone phone : four) {
        phone.close();
      }
      await().until(() -> host.listener().connections() == 0);
    }
  }

  @Test
  void shouldTakeLessFromStrangers() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones);
        RawPhone half = RawPhone.connect(host.port(), Phones.HALF)) {
      half.text(SignalingSocketTest.offer("x".repeat(60_000)));
      await().until(() -> phones.lines.get(0).heard().size() == 1);

      half.text(SignalingSocketTest.offer("x".repeat(70_000)));

      assertThat(half.read().text()).contains("too_large");
      assertThat(half.awaitClose().closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void shouldHangUpOnSlowRequestsButNotOnQuietSockets() throws Exception {
    Duration patience = Duration.ofMillis(500);
    Phones phones = new Phones();
    try (Listening host =
            Listening.with(phones, Listening.limits().requestWithin(patience).build());
        RawPhone quiet = RawPhone.connect(host.port())) {
      for (String slow :
          List.of(
              "",
              "GET / HT",
              "GET / HTTP/1.1\r\nHost: a\r\nX-",
              "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n")) {
        // When a request does not go on
        try (RawPhone client = new RawPhone(host.port())) {
          client.write(slow.getBytes(StandardCharsets.UTF_8));

          // Then
          assertThat(client.isHungUp()).isTrue();
        }
      }
      // Then a socket that was silent all the time still works
      quiet.text(SignalingSocketTest.candidate("here"));
      await().until(() -> phones.lines.get(0).candidates().equals(List.of("here")));
    }
  }

  @Test
  void shouldCloseSilentSocket() throws Exception {
    Phones phones = new Phones();
    try (Listening host =
            Listening.with(phones, Listening.limits().idle(Duration.ofMillis(300)).build());
        RawPhone phone = RawPhone.connect(host.port())) {
      assertThat(phone.awaitClose().closeCode()).isEqualTo(1001);
      assertThat(phone.isHungUp()).isTrue();
      await().until(() -> host.listener().openSockets() == 0);
    }
  }

  @Test
  void shouldLeaveNothingBehindAfterManySockets() throws Exception {
    Phones phones = new Phones();
    try (Listening host = Listening.with(phones)) {
      // Given threads that start on first use
      Browser.connect(host.port()).socket().abort();
      await().until(() -> phones.lines.size() == 1);
      await().until(() -> host.listener().openSockets() == 0);

      // When
      for (int round = 0; round < 10; round++) {
        List<RawPhone> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          RawPhone phone = RawPhone.connect(host.port());
          phone.text(SignalingSocketTest.candidate("c"));
          twenty.add(phone);
        }
        for (int i = 0; i < 20; i++) {
          if (i % 2 == 0) {
            twenty.get(i).frame(RawPhone.FIN | RawPhone.CLOSE, new byte[] {3, (byte) 0xe8});
            assertThat(twenty.get(i).awaitClose().closeCode()).isEqualTo(1000);
          }
          twenty.get(i).close();
        }
        int opened = 1 + 20 * (round + 1);
        await().until(() -> phones.lines.size() == opened);
        await().until(() -> host.listener().openSockets() == 0);
      }

      // Then
      assertThat(phones.lines).hasSize(201);
      assertThat(phones.lines).allSatisfy(line -> assertThat(line.timesClosed()).isEqualTo(1));
      assertThat(threads("signaling-")).isLessThanOrEqualTo(4);
      assertStillServes(host, phones);
    }
    await().until(() -> threads("signaling-") == 0);
  }

  private static long threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .count();
  }

  private static void assertStillServes(Listening host, Phones phones) throws IOException {
    try (RawPhone next = RawPhone.connect(host.port())) {
      next.text(SignalingSocketTest.candidate("next"));
      await()
          .until(
              () ->
                  phones.lines.stream()
                      .anyMatch(line -> line.candidates().equals(List.of("next"))));
    }
  }
}
