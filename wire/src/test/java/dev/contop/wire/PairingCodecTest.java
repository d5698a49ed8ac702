package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.PairingOffer;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms of a pairing (T90). */
class PairingCodecTest {

  private static final String TOKEN = "q7Vn0Yf3m2a1b8cQxWzKp5Rr-9_LdTeUiOjHgFsAaBc";
  private static final String HEX = "0123456789abcdef".repeat(4);

  private final PairingCodec codec = new PairingCodec();

  @Test
  void shouldWriteThePayloadOfTheQrCode() {
    assertThat(codec.payload(HostFixtures.pairing("192.168.1.20", Optional.empty())))
        .isEqualTo(
            ("{'t':'"
                    + TOKEN
                    + "','d':'"
                    + HEX
                    + "','h':'192.168.1.20','p':8000,'e':'2025-03-01T12:00:05Z','c':'temp',"
                    + "'s':'ws://192.168.1.20:8000/ws/signaling'}")
                .replace('\'', '"'));
  }

  @Test
  void shouldNameTheTailscaleAddressWhereThereIsOne() {
    PairingOffer offer = HostFixtures.pairing("desk.local", Optional.of("100.64.0.7"));

    assertThat(codec.payload(offer))
        .contains(
            "\"c\":\"temp\",\"ts\":\"100.64.0.7\",\"s\":\"ws://desk.local:8000/ws/signaling\"");
    assertThat(codec.link(offer)).endsWith("&i=phone-1&ts=100.64.0.7");
  }

  @Test
  void shouldPutTheSameFactsIntoTheFragmentOfTheLink() {
    assertThat(codec.link(HostFixtures.pairing("192.168.1.20", Optional.empty())))
        .isEqualTo(
            "http://192.168.1.20:8000/#t="
                + TOKEN
                + "&d="
                + HEX
                + "&h=192.168.1.20&p=8000&e=2025-03-01T12:00:05Z&c=temp&i=phone-1");
  }

  @Test
  void shouldLeadToHttpsWhereTheHostIsReachedByIt() {
    PairingOffer offer = HostFixtures.pairing("desk.example", Optional.empty());
    PairingCodec encrypted = new PairingCodec(true);

    assertThat(encrypted.link(offer)).startsWith("https://desk.example:8000/#t=");
    assertThat(encrypted.payload(offer)).contains("\"s\":\"wss://desk.example:8000/ws/signaling\"");
  }

  @Test
  void shouldPutAnIpv6AddressIntoBrackets() {
    PairingOffer offer = HostFixtures.pairing("fd00::7", Optional.empty());

    assertThat(codec.link(offer)).startsWith("http://[fd00::7]:8000/#").contains("&h=fd00::7&");
    assertThat(codec.payload(offer))
        .contains("\"h\":\"fd00::7\"", "\"s\":\"ws://[fd00::7]:8000/ws/signaling\"");
    assertThat(URI.create(codec.link(offer)).getHost()).isEqualTo("[fd00::7]");
  }

  @Test
  void shouldKeepAStrangeHostNameFromChangingTheLink() {
    String link = codec.link(HostFixtures.pairing("a b/#&t=x+y", Optional.empty()));

    assertThat(link).startsWith("http://a%20b%2F%23%26t%3Dx%2By:8000/#t=" + TOKEN);
    assertThat(link).contains("&h=a%20b%2F%23%26t%3Dx%2By&");
    assertThat(URI.create(link).getFragment()).startsWith("t=" + TOKEN);
  }

  @Test
  void shouldSummariseInOneLine() {
    PairingOffer offer = HostFixtures.pairing("192.168.1.20", Optional.empty());

    assertThat(codec.summary(offer))
        .isEqualTo(
            "{\"device_id\":\"phone-1\",\"token\":\""
                + TOKEN
                + "\",\"expires_at\":\"2025-03-01T12:00:05Z\",\"connection_type\":\"temp\","
                + "\"role\":\"control\",\"link\":\""
                + codec.link(offer)
                + "\",\"payload\":"
                + codec.payload(offer)
                + "}")
        .doesNotContain("\n");
  }
}
