package dev.contop.webrtc;

import static org.awaitility.Awaitility.await;

import dev.contop.application.peer.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.SessionDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** Prints what connecting costs, in a process of its own; run by hand. */
final class Figures {

  private static final Duration SOON = Duration.ofSeconds(20);

  private Figures() {}

  public static void main(String[] none) throws Exception {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(1));
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    try (Host host = new Host(FakeScreen.moving(1280, 720), VideoTest.settings(1280, "VP8"))) {
      long begun = System.nanoTime();
      host.peers.warmUp().join();
      System.out.printf("warm-up %.0f ms%n", since(begun));
      System.out.println("resident when warm " + resident());
      SessionDescription real = new SessionDescription(SdpHintsTest.chromiumOffer());
      for (int i = 0; i < 3; i++) {
        RecordedPeer told = new RecordedPeer();
        begun = System.nanoTime();
        var peer = host.peers.open(new PeerId("x"), told);
        peer.negotiate(real);
        while (told.answers.isEmpty()) {
          LockSupport.parkNanos(200_000);
        }
        System.out.printf("offer to answer %.1f ms%n", since(begun));
        peer.close();
        await().atMost(SOON).until(() -> told.count("gone") == 1);
      }
      for (int i = 1; i <= 80; i++) {
        connect(host, i);
        if (i % 20 == 0) {
          System.out.println("resident after " + i + " connections " + resident());
        }
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void connect(Host host, int number) {
    NativePhone phone = NativePhone.usual();
    RecordedPeer told = new RecordedPeer();
    SessionDescription offer = phone.offer();
    long begun = System.nanoTime();
    var peer = host.peers.open(new PeerId("x"), told);
    told.candidatesTo(phone::addCandidate);
    peer.negotiate(offer);
    phone.candidatesTo(peer::addCandidate);
    while (told.answers.isEmpty()) {
      LockSupport.parkNanos(200_000);
    }
    double answered = since(begun);
    phone.accept(told.answers.get(0));
    while (!told.isOpen(ChannelLabel.RELIABLE)) {
      LockSupport.parkNanos(200_000);
    }
    double opened = since(begun);
    while (phone.frames.get() == 0) {
      LockSupport.parkNanos(200_000);
    }
    double seen = since(begun);
    await().atMost(SOON).until(() -> phone.frames.get() > 10);
    if (number < 5 || number % 20 == 0) {
      System.out.printf("answer %.1f, open %.1f, picture %.1f ms%n", answered, opened, seen);
    }
    peer.close();
    await().atMost(SOON).until(() -> told.count("gone") == 1);
    phone.close();
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static String resident() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .findFirst()
        .orElse("?");
  }
}
