package dev.contop.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, 0",
    "192.0.2.7:443, 192.0.2.7, 443",
    "desk.tail1a2b3c.ts.net, desk.tail1a2b3c.ts.net, 0",
    "my_desk:65535, my_desk, 65535",
    "example.org., example.org., 0",
    "2001:db8::7, 2001:db8::7, 0",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7, 0",
    "[2001:db8::7], 2001:db8::7, 0",
    "[2001:db8::7]:8443, 2001:db8::7, 8443"
  })
  void shouldReadWhereThisComputerIs(String text, String host, int port) {
    assertThat(PublicAddress.parse(text))
        .contains(
            new PublicAddress(host, port == 0 ? OptionalInt.empty() : OptionalInt.of(port), false));
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example, desk.example, 443",
    "https://desk.example:8443, desk.example, 8443",
    "https://192.0.2.7, 192.0.2.7, 443",
    "https://[2001:db8::7], 2001:db8::7, 443"
  })
  void shouldReadWhereTlsEndsBeforeIt(String text, String host, int port) {
    assertThat(PublicAddress.parse(text))
        .contains(new PublicAddress(host, OptionalInt.of(port), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":8000",
        "desk:",
        "desk:0",
        "desk:65536",
        "desk:80a",
        "http://desk",
        "https://",
        "https://https://desk",
        "https://desk/page",
        "desk/page",
        "a b",
        "desk#x",
        "-desk",
        "desk..net",
        "[192.0.2.7]",
        "[::1",
        "[]:80",
        "user@desk",
        "d\u00e9sk"
      })
  void shouldReadNothingElse(String text) {
    assertThat(PublicAddress.parse(text)).isEmpty();
    assertThat(PublicAddress.parse("a".repeat(254))).isEmpty();
  }
}
