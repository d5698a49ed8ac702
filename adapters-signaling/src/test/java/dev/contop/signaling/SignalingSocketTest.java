package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T1 to T5, T9, T11 over real sockets. */
@Timeout(30)
class SignalingSocketTest {

  private final CountDownLatch slowness = new CountDownLatch(1);
  private final Phones phones = new Phones(this::react);
  private final Listening host = started();

  private Listening started() {
    try {
      return Listening.with(phones);
    } catch (StartFailed e) {
      throw new IllegalStateException(e);
    }
  }

  private void react(Phones.Line line, FromPhone message) {
    if (message instanceof FromPhone.Offer offer && offer.description().sdp().equals("slow")) {
      try {
        assertThat(slowness.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (message instanceof FromPhone.Offer offer && offer.description().sdp().equals("bug")) {
      throw new IllegalStateException("a bug of the use case");
    }
  }

  @AfterEach
  void stop() {
    slowness.countDown();
    host.close();
    assertThat(phones.lines).allSatisfy(line -> assertThat(line.timesClosed()).isEqualTo(1));
  }

  static String candidate(String name) {
    return "{\"type\":\"ice_candidate\",\"candidate\":{\"candidate\":\""
        + name
        + "\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}}";
  }

  static String offer(String sdp) {
    return "{\"type\":\"offer\",\"sdp\":\"" + sdp + "\"}";
  }

  /** A harmless message of so many bytes. */
  private static String padded(int length) {
    String message = "{\"type\":\"answer\",\"sdp\":\"\"}";
    return message.replace("\"\"}", '"' + "x".repeat(length - message.length()) + "\"}");
  }

  private Phones.Line line(int index) {
    await().until(() -> phones.lines.size() > index);
    return phones.lines.get(index);
  }

  @Test
  void shouldHandTokenAndAddressOn() {
    // When
    Browser.connect(host.port());

    // Then
    assertThat(line(0).introduction).isEqualTo(new Introduction.ByToken(Phones.GOOD));
    assertThat(line(0).from).isEqualTo(CameFrom.straight("127.0.0.1"));
  }

  @Test
  void shouldCompleteHandshakeBeforeRefusingBadToken() {
    for (String query : List.of("", "?token=wrong", "?token=", "?token=a&token=b")) {
      // When the socket opens at all
      Browser.Open open = Browser.connect(host.port(), query);

      // Then
      assertThat(open.awaitClosed()).isEqualTo(new Browser.Closed(4001, "pair again"));
    }
    assertThat(phones.lines)
        .extracting(line -> line.introduction)
        .containsExactly(
            new Introduction.Unusable(),
            new Introduction.ByToken("wrong"),
            new Introduction.ByToken(""),
            new Introduction.Unusable());
  }

  @Test
  void shouldHandTheDeviceOnAndTakeNothingBesideIt() {
    // Given a device together with a token, which is no way to fall back on the token
    List<String> queries =
        List.of(
            "?device=" + Phones.DEVICE,
            "?device=a&token=" + Phones.GOOD,
            "?token=" + Phones.GOOD + "&device=",
            "?device=a&device=a",
            "?device=a&token=a&token=b");

    for (int i = 0; i < queries.size(); i++) {
      // When
      Browser.connect(host.port(), queries.get(i));

      // Then
      assertThat(line(i).introduction)
          .isEqualTo(
              i == 0 ? new Introduction.ByDevice(Phones.DEVICE) : new Introduction.Unusable());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'X-Forwarded-For: 198.51.100.9', 198.51.100.9",
    "'x-forwarded-for: 127.0.0.1, 198.51.100.9', 198.51.100.9",
    "'X-Forwarded-For: 203.0.113.1|X-Forwarded-For: 198.51.100.9', 198.51.100.9",
    "'X-Forwarded-For: <b>', 127.0.0.1",
    "'X-Real-IP: 198.51.100.9', 127.0.0.1"
  })
  void shouldKnowForWhomAProxyOnThisComputerSpeaks(String headers, String shown) throws Exception {
    try (RawPhone phone = new RawPhone(host.port())) {
      // When
      String head =
          phone.ask(
              RawPhone.handshake("/ws/signaling?token=" + Phones.GOOD)
                  .replace("\r\n\r\n", "\r\n" + headers.replace("|", "\r\n") + "\r\n\r\n"));

      // Then T8
      assertThat(head).startsWith("HTTP/1.1 101 ");
      assertThat(line(0).from.shown()).isEqualTo(shown);
      assertThat(line(0).from.address()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void shouldCarryMessagesBothWaysInOrder() {
    // Given
    Browser.Open open = Browser.connect(host.port());
    Phones.Line line = line(0);

    // When
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
    names.forEach(name -> open.say(candidate(name)));
    await().until(() -> line.candidates().size() == 100);
    IntStream.range(0, 100)
        .forEach(i -> line.carrier.send(new ToPhone.Answer(new SessionDescription("s" + i), "p")));
    line.carrier.close(CloseCode.NORMAL, "done");
    line.carrier.send(new ToPhone.Answer(new SessionDescription("late"), "p"));
    line.carrier.close(CloseCode.POLICY, "late too");

    // Then
    assertThat(line.candidates()).isEqualTo(names);
    assertThat(open.awaitClosed()).isEqualTo(new Browser.Closed(1000, "done"));
    assertThat(open.phone().texts).hasSize(100);
    assertThat(IntStream.range(0, 100).allMatch(i -> open.phone().texts.get(i).contains("s" + i)))
        .isTrue();
  }

  @Test
  void shouldSendAnswerOfMoreThanOneBuffer() {
    // Given
    Browser.Open open = Browser.connect(host.port());
    String sdp = "v".repeat(300_000);

    // When
    line(0).carrier.send(new ToPhone.Answer(new SessionDescription(sdp), "p"));

    // Then
    await().until(() -> open.phone().texts.size() == 1);
    assertThat(open.phone().texts.get(0)).contains(sdp);
  }

  @Test
  void shouldKeepOrderAndDelayNobodyWhenOneLineIsSlow() {
    // Given a line that is stuck in its first message
    Browser.Open slow = Browser.connect(host.port());
    Phones.Line stuck = line(0);
    slow.say(offer("slow"));
    await().until(() -> !stuck.heard().isEmpty());

    // When it hears more, and another phone speaks meanwhile
    IntStream.range(0, 50).forEach(i -> slow.say(candidate("s" + i)));
    Browser.Open other = Browser.connect(host.port());
    long began = System.nanoTime();
    other.say(candidate("quick"));
    await().until(() -> line(1).candidates().equals(List.of("quick")));
    long took = System.nanoTime() - began;

    // Then the other was heard at once, and the slow line keeps its order
    assertThat(TimeUnit.NANOSECONDS.toMillis(took)).isLessThan(1_000);
    assertThat(stuck.heard()).hasSize(1);
    slowness.countDown();
    await().until(() -> stuck.candidates().size() == 50);
    assertThat(stuck.candidates())
        .isEqualTo(IntStream.range(0, 50).mapToObj(i -> "s" + i).toList());
  }

  @Test
  void shouldTellLineOnceThatPhoneHungUp() throws Exception {
    // Given one that says goodbye and one that just goes
    Browser.Open polite = Browser.connect(host.port());
    polite.say(candidate("last"));
    Phones.Line first = line(0);

    // When
    polite.socket().sendClose(1000, "").orTimeout(10, TimeUnit.SECONDS).join();
    RawPhone rude = RawPhone.connect(host.port());
    Phones.Line second = line(1);
    rude.close();

    // Then
    await().until(() -> first.timesClosed() == 1 && second.timesClosed() == 1);
    assertThat(first.candidates()).containsExactly("last");
    await().until(() -> host.listener().openSockets() == 0);
  }

  @Test
  void shouldAnswerMalformedMessageOnceAndClose() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      phone.text("{nonsense");
      phone.text("{nonsense again");

      // Then
      assertThat(phone.read().text()).contains("\"type\":\"error\"");
      RawPhone.Frame close = phone.read();
      assertThat(close.opcode()).isEqualTo(RawPhone.CLOSE);
      assertThat(close.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void shouldAcceptMessageOfExactlyTheLimit() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      phone.text(padded(256 * 1024));

      // Then
      await().until(() -> line(0).heard().size() == 1);
      assertThat(line(0).heard().get(0)).isInstanceOf(FromPhone.Ignored.class);
    }
  }

  @Test
  void shouldAnswerMessageOverTheLimitInWords() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      phone.text(padded(256 * 1024 + 1));

      // Then
      assertThat(phone.read().text()).contains("\"type\":\"error\"").contains("too_large");
      assertThat(phone.read().closeCode()).isEqualTo(4400);
      assertThat(line(0).candidates()).isEmpty();
    }
  }

  @Test
  void shouldLetAnswerArriveWhilePhoneStillSendsTooMuch() {
    // Given a client that sends a megabyte before it looks at anything
    Browser.Open open = Browser.connect(host.port());

    // When
    open.say("x".repeat(1024 * 1024));

    // Then
    assertThat(open.awaitClosed().code()).isEqualTo(4400);
    assertThat(open.phone().texts).hasSize(1).first().asString().contains("too_large");
  }

  @Test
  void shouldNotWaitForFrameThatClaimsToBeHuge() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When the header promises a terabyte, and 300 KiB of it come
      phone.write(RawPhone.header(RawPhone.FIN | RawPhone.TEXT, 1L << 40));
      phone.write(new byte[300 * 1024]);

      // Then
      assertThat(phone.read().text()).contains("too_large");
      assertThat(phone.read().closeCode()).isEqualTo(4400);
      assertThat(phone.isHungUp()).isTrue();
    }
  }

  @Test
  void shouldJoinFragments() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // Given
      byte[] message = candidate("größe-世界").getBytes(StandardCharsets.UTF_8);

      // When every byte is a frame, with pings between
      for (int i = 0; i < message.length; i++) {
        int opcode = i == 0 ? RawPhone.TEXT : RawPhone.CONTINUATION;
        int fin = i == message.length - 1 ? RawPhone.FIN : 0;
        phone.frame(fin | opcode, new byte[] {message[i]});
        if (i % 10 == 0) {
          phone.frame(RawPhone.FIN | RawPhone.PING, new byte[] {(byte) i});
        }
      }

      // Then
      await().until(() -> line(0).candidates().equals(List.of("größe-世界")));
    }
  }

  @Test
  void shouldCountFragmentsTogether() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      byte[] part = new byte[64 * 1024];
      Arrays.fill(part, (byte) 'x');
      phone.frame(RawPhone.TEXT, part);
      for (int i = 0; i < 4; i++) {
        phone.frame(RawPhone.CONTINUATION, part);
      }

      // Then
      assertThat(phone.read().text()).contains("too_large");
      assertThat(phone.read().closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void shouldRefuseBinary() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      phone.frame(RawPhone.FIN | RawPhone.BINARY, candidate("b").getBytes(StandardCharsets.UTF_8));

      // Then
      assertThat(phone.read().text()).contains("not_text");
      assertThat(phone.read().closeCode()).isEqualTo(4400);
      assertThat(line(0).candidates()).isEmpty();
    }
  }

  @Test
  void shouldCloseOnBadUtf8() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      phone.frame(RawPhone.FIN | RawPhone.TEXT, new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'});

      // Then as RFC 6455, section 8.1 says
      assertThat(phone.awaitClose().closeCode()).isEqualTo(1007);
      await().until(() -> line(0).timesClosed() == 1);
    }
  }

  @Test
  void shouldEndOnBrokenFrames() throws Exception {
    List<byte[]> broken =
        List.of(
            new byte[] {(byte) 0x81, 0x02, 'h', 'i'}, // no mask
            RawPhone.header(0x83, 2), // an opcode that does not exist
            RawPhone.header(0xc1, 2), // a reserved bit
            RawPhone.header(0x09, 2), // a ping in fragments
            RawPhone.header(0x89, 300), // a ping that is too long
            RawPhone.header(0x80, 2)); // a continuation of nothing
    for (byte[] bytes : broken) {
      try (RawPhone phone = RawPhone.connect(host.port())) {
        phone.write(bytes);
        phone.write(new byte[8]);
        assertThat(phone.isHungUp()).isTrue();
      }
    }
    await().until(() -> host.listener().openSockets() == 0);
  }

  @Test
  void shouldAnswerPing() {
    // Given
    Browser.Open open = Browser.connect(host.port());

    // When
    open.socket().sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).join();

    // Then
    assertThat(open.phone().ponged.orTimeout(10, TimeUnit.SECONDS).join())
        .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
  }

  @Test
  void shouldCloseOnlyTheSocketWhoseLineHasBug() {
    // Given
    Browser.Open bad = Browser.connect(host.port());
    Phones.Line badLine = line(0);
    Browser.Open good = Browser.connect(host.port());
    Phones.Line goodLine = line(1);

    // When
    bad.say(offer("bug"));

    // Then
    assertThat(bad.awaitClosed()).isEqualTo(new Browser.Closed(1011, "internal error"));
    good.say(candidate("fine"));
    await().until(() -> goodLine.candidates().equals(List.of("fine")));
    await().until(() -> badLine.timesClosed() == 1);
  }

  @Test
  void shouldCutConnectionOfPhoneThatDoesNotAnswerClose() throws Exception {
    try (RawPhone phone = RawPhone.connect(host.port())) {
      // When
      line(0).carrier.close(CloseCode.REPLACED, "replaced");

      // Then
      assertThat(phone.awaitClose().closeCode()).isEqualTo(4002);
      await().until(() -> host.listener().openSockets() == 0);
      assertThat(phone.isHungUp()).isTrue();
    }
  }
}
