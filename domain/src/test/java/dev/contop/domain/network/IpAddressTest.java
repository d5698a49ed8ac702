package dev.contop.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,192 0 2 7",
    "0.0.0.0,0 0 0 0",
    "255.255.255.255,255 255 255 255",
    "1:2:3:4:5:6:7:8,1 2 3 4 5 6 7 8",
    "2001:DB8::9,8193 3512 0 0 0 0 0 9",
    "::,0 0 0 0 0 0 0 0",
    "1::,1 0 0 0 0 0 0 0",
    "::1,0 0 0 0 0 0 0 1",
    "1:2:3:4:5:6:7::,1 2 3 4 5 6 7 0",
    "::ffff:192.0.2.7,0 0 0 0 0 65535 49152 519",
    "1:2:3:4:5:6:1.2.3.4,1 2 3 4 5 6 258 772"
  })
  void shouldReadAddresses(String text, String numbers) {
    IpAddress address = IpAddress.parse(text).orElseThrow();

    assertThat(address.isV4()).isEqualTo(text.indexOf(':') < 0);
    assertThat(
            IntStream.range(0, address.isV4() ? 4 : 8)
                .mapToObj(i -> String.valueOf(address.number(i)))
                .collect(Collectors.joining(" ")))
        .isEqualTo(numbers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ":",
        ":::",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.0256",
        "1.2.3.-1",
        "1.2.3.٤",
        "1.2.3.4::",
        "1.2.3.4::1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        "12345::",
        "g::",
        ":1::",
        "fe80::1%eth0",
        "[::1]",
        "localhost"
      })
  void shouldNotReadAnythingElse(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true,false",
    "127.255.0.9,true,false",
    "::1,true,false",
    "1::1,false,false",
    "::2,false,false",
    "100.64.0.0,false,true",
    "100.127.255.255,false,true",
    "100.63.255.255,false,false",
    "100.128.0.0,false,false",
    "101.64.0.0,false,false",
    "64:64::,false,false",
    "::ffff:127.0.0.1,false,false"
  })
  void shouldKnowWhatIsSpecial(String text, boolean loopback, boolean shared) {
    IpAddress address = IpAddress.parse(text).orElseThrow();

    assertThat(address.isLoopback()).isEqualTo(loopback);
    assertThat(address.isShared()).isEqualTo(shared);
  }

  @ParameterizedTest
  @CsvSource({
    "::ffff:127.0.0.1,true",
    "::ffff:7f00:1,true",
    "1::ffff:127.0.0.1,false",
    "::fffe:127.0.0.1,false",
    "127.0.0.1,true"
  })
  void shouldTakeOutAnAddressWithinAnother(String text, boolean loopback) {
    assertThat(IpAddress.parse(text).orElseThrow().unmapped().isLoopback()).isEqualTo(loopback);
  }
}
