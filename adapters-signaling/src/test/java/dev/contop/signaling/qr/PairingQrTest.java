package dev.contop.signaling.qr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Token;
import dev.contop.wire.PairingCodec;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T90: the codes that people scan are small enough for a camera, whatever is in them. */
class PairingQrTest {

  private static final int LARGEST_VERSION = 10;

  /** The longest of everything that a host finds by itself, and names that people give. */
  static Stream<PairingOffer> offers() {
    return Stream.of(
        offer("192.168.100.200", Optional.of("100.127.255.255")),
        offer("203.0.113.255", Optional.empty()),
        offer("desk-of-ada.tail1a2b3c.ts.net", Optional.empty()),
        offer("2001:db8:85a3::8a2e:370:7334", Optional.empty()));
  }

  private static PairingOffer offer(String host, Optional<String> tailscale) {
    return new PairingOffer(
        new DeviceId("phone-0123456789ab"),
        new Token("A_-9".repeat(10) + "xyz"),
        ConnectionType.PERMANENT,
        Role.CONTROL,
        Instant.parse("2030-12-31T23:59:59Z"),
        new Fingerprint("0f".repeat(32)),
        host,
        65_535,
        tailscale);
  }

  private static void assertScans(String content) throws Exception {
    QrCode code = QrCode.of(content);
    int version = (code.size() - 17) / 4;
    System.out.printf("a code of %d characters has version %d%n", content.length(), version);
    assertThat(version).isLessThanOrEqualTo(LARGEST_VERSION);
    assertThat(ReadQr.png(PngQr.draw(code))).isEqualTo(content);
    assertThat(ReadQr.terminal(TerminalQr.coloured(code), true)).isEqualTo(content);
    assertThat(ReadQr.terminal(TerminalQr.plain(code), false)).isEqualTo(content);
    assertThat(ReadQr.terminal(TerminalQr.plain(code), true)).isEqualTo(content);
  }

  @ParameterizedTest
  @MethodSource("offers")
  void shouldScanTheCodeForTheApp(PairingOffer offer) throws Exception {
    assertScans(new PairingCodec().payload(offer));
  }

  @ParameterizedTest
  @MethodSource("offers")
  void shouldScanTheLink(PairingOffer offer) throws Exception {
    assertScans(new PairingCodec().link(offer));
  }
}
