package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.OriginRule;
import dev.contop.domain.door.Secret;
import dev.contop.domain.limits.Ticks;
import dev.contop.wire.PairingCodec;
import dev.contop.wire.SignalingCodec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners come up or say why not, and go down in time. */
@Timeout(30)
class StartAndStopTest {

  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private static final PairPhone NOBODY =
      request -> {
        throw new PairingRefused("Nobody.");
      };

  private static PublicListener publicListener(String bind, int port) {
    return new PublicListener(
        bind,
        port,
        Listening.PAGE,
        new Phones(),
        new SignalingCodec(),
        () -> Ticks.ZERO,
        PublicLimits.standard(),
        OriginRule.OWN_ONLY);
  }

  private static AdminListener adminListener(int port) {
    return new AdminListener(
        port,
        ListedForTest.PAGES,
        ListedForTest.pairing(NOBODY),
        new PairingCodec(),
        (client, clientPort, here, herePort) -> Caller.OWN,
        new Secret("s".repeat(43)));
  }

  private static String failure(ThrowingCallable start) {
    StartFailed failed = catchThrowableOfType(StartFailed.class, start);
    assertThat(failed).isNotNull();
    return String.valueOf(failed.getMessage());
  }

  private static long ioThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("XNIO-"))
        .count();
  }

  @Test
  void shouldNameTakenPortAndRemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(failure(publicListener("127.0.0.1", port)::start))
          .isEqualTo(
              "Port "
                  + port
                  + " is taken by another program; stop it or choose another with --port");
      assertThat(failure(adminListener(port)::start))
          .isEqualTo(
              "Port "
                  + port
                  + " is taken by another program; stop it or choose another with --admin-port");
    }
    await().until(() -> ioThreads() == 0);
  }

  @Test
  void shouldNotLeaveHalfOfAdminListenerBehind() throws Exception {
    // Given a port that is free on 127.0.0.1 only
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(IPV6_LOOPBACK))) {
      int port = taken.getLocalPort();

      // When
      assertThat(failure(adminListener(port)::start)).contains("is taken");

      // Then
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }
    await().until(() -> ioThreads() == 0);
  }

  @Test
  void shouldNameBadAddress() {
    assertThat(failure(publicListener("192.0.2.7", 0)::start))
        .isEqualTo("192.0.2.7 is not an address of this machine; choose another");
    assertThat(failure(publicListener("no.such.name.invalid", 0)::start))
        .isEqualTo("no.such.name.invalid is not an address of this machine; choose another");
    assertThat(failure(publicListener("127.0.0.1", 70_000)::start)).contains("70000 is not a port");
    await().until(() -> ioThreads() == 0);
  }

  @Test
  void shouldListenEverywhere() throws Exception {
    PublicListener listener = publicListener("0.0.0.0", 0);
    listener.start();
    try (RawPhone client = new RawPhone(listener.port())) {
      assertThat(client.ask("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 200 ");
    } finally {
      listener.stop();
    }
  }

  @Test
  void shouldStartAgainAfterStop() throws Exception {
    PublicListener listener = publicListener("127.0.0.1", 0);
    for (int i = 0; i < 3; i++) {
      listener.start();
      assertThat(listener.port()).isPositive();
      listener.stop();
    }
    listener.stop();
    AdminListener admin = adminListener(0);
    for (int i = 0; i < 3; i++) {
      admin.start();
      try (RawPhone client = new RawPhone(admin.port())) {
        String health = "GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + admin.port() + "\r\n\r\n";
        assertThat(client.ask(health)).contains(" 200 ");
      }
      admin.stop();
    }
    await().until(() -> ioThreads() == 0);
  }

  @Test
  void shouldTellPhonesThatItGoesAndEndInTime() throws Exception {
    // Given phones of every kind, one of whose lines hangs
    CountDownLatch stuck = new CountDownLatch(1);
    Phones phones =
        new Phones(
            (line, message) -> {
              try {
                assertThat(stuck.await(20, TimeUnit.SECONDS)).isFalse();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Listening host = Listening.with(phones);
    List<RawPhone> silent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      silent.add(RawPhone.connect(host.port()));
    }
    silent.get(0).text(SignalingSocketTest.candidate("hang"));
    silent.add(new RawPhone(host.port()));
    Browser.Open polite = Browser.connect(host.port());
    await().until(() -> phones.lines.size() == 21);

    // When
    long began = System.nanoTime();
    host.close();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

    // Then
    assertThat(took).isLessThan(1_000);
    assertThat(polite.awaitClosed())
        .isEqualTo(new Browser.Closed(1001, "the host is shutting down"));
    for (RawPhone phone : silent.subList(0, 20)) {
      assertThat(phone.awaitClose().closeCode()).isEqualTo(1001);
      assertThat(phone.isHungUp()).isTrue();
    }
    assertThat(silent.get(20).isHungUp()).isTrue();
    await().until(() -> ioThreads() == 0);
    for (RawPhone phone : silent) {
      phone.close();
    }
  }

  @Test
  void shouldStartFast() throws Exception {
    // Given classes that are loaded
    PublicListener publicListener = publicListener("127.0.0.1", 0);
    AdminListener adminListener = adminListener(0);
    long began = System.nanoTime();

    // When
    publicListener.start();
    adminListener.start();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    publicListener.stop();
    adminListener.stop();

    // Then
    System.out.println("both listeners started in " + took + " ms");
    assertThat(took).isLessThan(2_000);
  }
}
