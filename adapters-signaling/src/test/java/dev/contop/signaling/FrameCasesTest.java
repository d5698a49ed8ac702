package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What bytes of RFC 6455 come to, case by case, with the close codes of its section 7.4.1: the
 * ground that the Autobahn test suite covers, from a plain socket.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameCasesTest {

  private static final int FIN_TEXT = RawPhone.FIN | RawPhone.TEXT;
  private static final int FIN_CONTINUATION = RawPhone.FIN | RawPhone.CONTINUATION;
  private static final int FIN_CLOSE = RawPhone.FIN | RawPhone.CLOSE;
  private static final int FIN_PING = RawPhone.FIN | RawPhone.PING;
  private static final int FIN_PONG = RawPhone.FIN | RawPhone.PONG;

  /** What a phone does with its socket. */
  @FunctionalInterface
  private interface Doing {
    void on(RawPhone phone) throws IOException;
  }

  /**
   * One case.
   *
   * @param expected how the host takes it, as a pattern: a close code, {@code cut} for the end of
   *     the connection without one, or {@code lives}
   */
  private record Case(String name, String expected, Doing doing) {

    Case then(Doing more) {
      return new Case(
          name,
          expected,
          phone -> {
            doing.on(phone);
            more.on(phone);
          });
    }
  }

  private final Phones phones = new Phones();
  private final List<Listening> listening = new ArrayList<>();

  @BeforeAll
  void start() throws StartFailed {
    listening.add(Listening.with(phones));
  }

  @AfterAll
  void stop() {
    listening.forEach(Listening::close);
    assertThat(phones.lines).isNotEmpty().allMatch(line -> line.timesClosed() == 1);
  }

  private int port() {
    return listening.get(0).port();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] closing(int code, String reason) {
    byte[] words = bytes(reason);
    return ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array();
  }

  private static Case sends(String name, String expected, int firstByte, byte[] content) {
    return new Case(name, expected, phone -> phone.frame(firstByte, content));
  }

  private static Case closes(String name, String expected, byte[] content) {
    return sends(name, expected, FIN_CLOSE, content);
  }

  private static Case text(String name, String expected, String hex) {
    return sends(name, expected, FIN_TEXT, hex(hex));
  }

  /** A frame whose length is written in more bytes than it needs. */
  private static Doing longer(int marker, int length, byte[] content) {
    return phone -> {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(FIN_TEXT);
      frame.write(0x80 | marker);
      frame.writeBytes(
          marker == 126
              ? ByteBuffer.allocate(2).putShort((short) length).array()
              : ByteBuffer.allocate(8).putLong(length).array());
      frame.writeBytes(new byte[4]);
      frame.writeBytes(content);
      phone.write(frame.toByteArray());
    };
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(sends("reserved bit 1", "1002", 0xc0 | RawPhone.TEXT, bytes("{}")));
    cases.add(sends("reserved bit 2", "1002", 0xa0 | RawPhone.TEXT, bytes("{}")));
    cases.add(sends("reserved bit 3", "1002", 0x90 | RawPhone.TEXT, bytes("{}")));
    cases.add(sends("all reserved bits on a ping", "1002", 0xf0 | RawPhone.PING, bytes("p")));
    cases.add(
        sends("all reserved bits on a close", "1002", 0xf0 | RawPhone.CLOSE, closing(1000, "")));
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      cases.add(sends("opcode " + opcode, "1002", RawPhone.FIN | opcode, bytes("x")));
    }
    cases.add(
        sends("opcode 3 in the middle of a text", "1002", RawPhone.TEXT, bytes("{"))
            .then(phone -> phone.frame(RawPhone.FIN | 3, bytes("x"))));
    cases.add(new Case("text without a mask", "1002", phone -> phone.write(hex("81026869"))));
    cases.add(
        new Case(
            "ping without a mask is answered, harmlessly",
            "lives",
            phone -> phone.write(hex("890170"))));
    cases.add(
        new Case(
            "close without a mask is answered, harmlessly",
            "1000",
            phone -> phone.write(hex("880203e8"))));
    cases.add(sends("ping in fragments", "1002", RawPhone.PING, bytes("p")));
    cases.add(sends("pong in fragments", "1002", RawPhone.PONG, bytes("p")));
    cases.add(sends("close in fragments", "1002", RawPhone.CLOSE, closing(1000, "")));
    cases.add(sends("ping of 126 bytes", "1002", FIN_PING, new byte[126]));
    cases.add(sends("pong of 126 bytes", "1002", FIN_PONG, new byte[126]));
    cases.add(closes("close of 126 bytes", "1002", closing(1000, "x".repeat(124))));
    cases.add(sends("ping of 70000 bytes", "1002", FIN_PING, new byte[70_000]));
    cases.add(sends("continuation of nothing", "1002", FIN_CONTINUATION, bytes("x")));
    cases.add(
        sends("continuation of nothing that goes on", "1002", RawPhone.CONTINUATION, bytes("x")));
    cases.add(
        sends(
                "continuation after a whole text",
                "1002",
                FIN_TEXT,
                bytes(SignalingSocketTest.candidate("a")))
            .then(phone -> phone.frame(FIN_CONTINUATION, bytes("x"))));
    cases.add(
        sends("text in the middle of a text", "1002", RawPhone.TEXT, bytes("{"))
            .then(phone -> phone.frame(FIN_TEXT, bytes("}"))));
    cases.add(
        sends("binary in the middle of a text", "1002", RawPhone.TEXT, bytes("{"))
            .then(phone -> phone.frame(RawPhone.FIN | RawPhone.BINARY, bytes("}"))));

    cases.add(text("text that is not UTF-8", "1007", "7bff7d"));
    cases.add(text("text with an overlong slash", "1007", "c0af"));
    cases.add(text("text with a surrogate", "1007", "eda080"));
    cases.add(text("text beyond Unicode", "1007", "f4908080"));
    cases.add(text("text that ends within a letter", "1007", "7be282"));
    cases.add(text("text with a lone continuation byte", "1007", "80"));
    cases.add(
        sends(
                "text that turns out not to be UTF-8 in its second fragment",
                "1007",
                RawPhone.TEXT,
                hex("7be2"))
            .then(phone -> phone.frame(FIN_CONTINUATION, hex("287d"))));
    cases.add(
        sends("text whose last fragment ends within a letter", "1007", RawPhone.TEXT, bytes("{"))
            .then(phone -> phone.frame(FIN_CONTINUATION, hex("e282"))));

    cases.add(closes("close with nothing in it", "1000", new byte[0]));
    cases.add(closes("close with half a code", "1002", new byte[] {3}));
    for (int code : new int[] {1000, 1001, 1002, 1003, 1007, 1011, 3000, 4999}) {
      cases.add(closes("close with " + code, Integer.toString(code), closing(code, "bye")));
    }
    for (int code :
        new int[] {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535}) {
      cases.add(
          closes("close with " + code + ", which nobody may send", "1002", closing(code, "")));
    }
    cases.add(closes("close with 123 bytes of words", "1000", closing(1000, "x".repeat(123))));
    cases.add(
        closes(
            "close with words that are not UTF-8",
            "1007",
            ByteBuffer.allocate(3).putShort((short) 1000).put((byte) 0xff).array()));

    cases.add(sends("binary message", "4400", RawPhone.FIN | RawPhone.BINARY, bytes("{}")));
    cases.add(
        sends("binary message in fragments", "4400", RawPhone.BINARY, bytes("{}"))
            .then(phone -> phone.frame(FIN_CONTINUATION, bytes("x"))));
    cases.add(sends("empty text", "4400", FIN_TEXT, new byte[0]));
    cases.add(
        new Case(
            "text of a byte too many",
            "4400",
            phone -> phone.frame(FIN_TEXT, new byte[256 * 1024 + 1])));
    cases.add(
        new Case(
            "text that claims 2^63 - 1 bytes",
            "4400|1007",
            phone -> {
              phone.write(RawPhone.header(FIN_TEXT, Long.MAX_VALUE));
              phone.write(new byte[300 * 1024]);
            }));
    cases.add(
        new Case(
            "text that claims 2^63 bytes is passed over, harmlessly",
            "lives",
            phone -> phone.write(negativeLength())));
    cases.add(
        new Case(
            "length 5 written in two bytes is taken, harmlessly",
            "4400",
            longer(126, 5, bytes("hello"))));
    cases.add(
        new Case(
            "length 5 written in eight bytes is taken, harmlessly",
            "4400",
            longer(127, 5, bytes("hello"))));
    cases.add(
        new Case(
            "flood of pings",
            "1008",
            phone -> {
              for (int i = 0; i < 1000; i++) {
                phone.frame(FIN_PING, bytes("p" + i));
              }
            }));
    cases.add(
        new Case(
            "flood of empty fragments is no message yet, and ends with the next one",
            "1002",
            phone -> {
              phone.frame(RawPhone.TEXT, new byte[0]);
              for (int i = 0; i < 5000; i++) {
                phone.frame(RawPhone.CONTINUATION, new byte[0]);
              }
            }));

    cases.add(sends("ping", "lives", FIN_PING, bytes("p")));
    cases.add(sends("ping with nothing in it", "lives", FIN_PING, new byte[0]));
    cases.add(sends("ping of 125 bytes", "lives", FIN_PING, new byte[125]));
    cases.add(sends("pong that nobody asked for", "lives", FIN_PONG, bytes("p")));
    cases.add(sends("unknown type of message", "lives", FIN_TEXT, bytes("{\"type\":\"odd\"}")));
    return cases;
  }

  private static byte[] negativeLength() {
    return ByteBuffer.allocate(14)
        .put((byte) FIN_TEXT)
        .put((byte) 0xff)
        .putLong(Long.MIN_VALUE)
        .putInt(0)
        .array();
  }

  /** How the host took it. */
  private static String outcome(RawPhone phone, Phones.Line line, Doing doing) throws IOException {
    try {
      doing.on(phone);
    } catch (IOException hungUp) {
      // It may be tired of it before the end.
    }
    try {
      phone.frame(FIN_TEXT, bytes(SignalingSocketTest.candidate("alive")));
      phone.frame(FIN_PING, bytes("alive"));
    } catch (IOException hungUp) {
      // What it said before that is still to be read.
    }
    try {
      for (RawPhone.Frame frame = phone.read(); ; frame = phone.read()) {
        if (frame.opcode() == RawPhone.CLOSE) {
          return Integer.toString(frame.closeCode());
        }
        if (frame.opcode() == RawPhone.PONG && frame.text().equals("alive")) {
          // Pings are answered at once, messages in their turn: the last of them, or the close.
          await().until(() -> line.candidates().contains("alive") || line.timesClosed() > 0);
          if (line.candidates().contains("alive")) {
            return "lives";
          }
        }
      }
    } catch (EOFException | java.net.SocketException ended) {
      return "cut";
    }
  }

  @TestFactory
  Stream<DynamicTest> shouldEndAsTheStandardSays() {
    return cases().stream()
        .map(
            each ->
                dynamicTest(
                    each.name() + ": " + each.expected(),
                    () -> {
                      int before = phones.lines.size();
                      try (RawPhone phone = RawPhone.connect(port())) {
                        await().until(() -> phones.lines.size() > before);
                        Phones.Line line = phones.lines.get(before);
                        assertThat(outcome(phone, line, each.doing())).matches(each.expected());
                        if (!each.expected().equals("lives")) {
                          assertThat(phone.isHungUp()).isTrue();
                          assertThat(line.candidates()).doesNotContain("alive");
                        }
                      }
                    }));
  }

  @Test
  void shouldHaveCasesEnough() {
    assertThat(cases()).hasSizeGreaterThan(40);
  }

  @Test
  void shouldHearNothingAfterTheClose() throws Exception {
    int before = phones.lines.size();
    try (RawPhone phone = RawPhone.connect(port())) {
      // When
      phone.frame(FIN_CLOSE, closing(1000, ""));
      phone.frame(FIN_TEXT, bytes(SignalingSocketTest.candidate("late")));

      // Then
      assertThat(phone.awaitClose().closeCode()).isEqualTo(1000);
      assertThat(phone.isHungUp()).isTrue();
      await().until(() -> phones.lines.get(before).timesClosed() == 1);
      assertThat(phones.lines.get(before).candidates()).isEmpty();
    }
  }
}
