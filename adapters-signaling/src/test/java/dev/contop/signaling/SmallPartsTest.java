package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmallPartsTest {

  @Test
  void shouldWriteAddressWithoutPortOrZone() throws Exception {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 192, 0, 2, 7};
    byte[] linkLocal = {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    InetAddress zoned = Inet6Address.getByAddress("", linkLocal, 1);

    assertThat(address(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7})))
        .isEqualTo("192.0.2.7");
    assertThat(address(Inet6Address.getByAddress("", mapped, -1))).isEqualTo("192.0.2.7");
    assertThat(address(zoned)).isEqualTo("fe80:0:0:0:0:0:0:1");
    assertThat(RemoteAddress.of(null)).isEqualTo("unknown");
    assertThat(RemoteAddress.of(InetSocketAddress.createUnresolved("a", 1))).isEqualTo("unknown");
  }

  private static String address(InetAddress address) {
    return RemoteAddress.of(new InetSocketAddress(address, 4711));
  }

  @Test
  void shouldQuoteJson() {
    assertThat(JsonReply.quoted("a\"b\\c\nd\u0001é")).isEqualTo("\"a\\\"b\\\\c\\u000ad\\u0001é\"");
  }

  @Test
  void shouldShortenCloseReasonBetweenCharacters() {
    String reason = new Outbound.Close(1008, "🖥".repeat(100)).reason();

    assertThat(reason).isEqualTo("🖥".repeat(30));
    assertThat(reason.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(123);
  }

  @Test
  void shouldBlameWithoutQuoting() {
    Throwable bug = new IllegalStateException("the secret");

    assertThat(Blame.of(bug))
        .contains("java.lang.IllegalStateException at ")
        .contains("SmallPartsTest")
        .doesNotContain("secret")
        .doesNotContain("\n");
  }

  @Test
  void shouldCountPlaces() {
    Places places = new Places(2);

    assertThat(places.take()).isTrue();
    assertThat(places.take()).isTrue();
    assertThat(places.take()).isFalse();
    places.free();
    assertThat(places.take()).isTrue();
    assertThat(places.taken()).isEqualTo(2);
  }
}
