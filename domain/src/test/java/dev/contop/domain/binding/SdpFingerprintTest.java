package dev.contop.domain.binding;

import static dev.contop.domain.binding.BindingFixture.PHONE;
import static dev.contop.domain.binding.BindingFixture.RELAY;
import static dev.contop.domain.binding.BindingFixture.sdp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdpFingerprintTest {

  private static final String RIGHT = line(PHONE);
  private static final String OTHER = line(RELAY);

  @Test
  void shouldFindTheOneFingerprintAtAnyLevel() {
    SdpFingerprint found = new SdpFingerprint.Found(PHONE);

    assertThat(SdpFingerprint.of(sdp(RIGHT))).isEqualTo(found);
    assertThat(SdpFingerprint.of(sdp() + RIGHT + "\r\n")).isEqualTo(found);
    assertThat(SdpFingerprint.of(sdp(RIGHT) + sdp(RIGHT).replace("\r\n", "\n"))).isEqualTo(found);
    assertThat(SdpFingerprint.of(sdp(RIGHT.toLowerCase(Locale.ROOT)))).isEqualTo(found);
    assertThat(SdpFingerprint.of(sdp(RIGHT.replace("sha-256", "SHA-256")))).isEqualTo(found);
  }

  @Test
  void shouldRefuseWhereThereIsNone() {
    SdpFingerprint none = new SdpFingerprint.Unusable("no_fingerprint");

    assertThat(SdpFingerprint.of("")).isEqualTo(none);
    assertThat(SdpFingerprint.of(sdp("s=" + RIGHT, "a=note:" + RIGHT))).isEqualTo(none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-1", "md5", "sha-384", "sha-512", "sha256", "sha-2560", ""})
  void shouldRefuseEveryOtherHashEvenBesideTheRightOne(String algorithm) {
    assertThat(SdpFingerprint.of(sdp(RIGHT, RIGHT.replace("sha-256", algorithm))))
        .isEqualTo(new SdpFingerprint.Unusable("odd_fingerprint"));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void shouldSeeASecondFingerprintHoweverItIsHidden(String line) {
    assertThat(SdpFingerprint.of(sdp(RIGHT, line))).isInstanceOf(SdpFingerprint.Unusable.class);
  }

  static List<String> hidden() {
    return List.of(
        OTHER,
        OTHER.replace("a=", "A="),
        OTHER.replace("a=", "a ="),
        OTHER.replace("fingerprint", "FingerPrint"),
        OTHER.replace("fingerprint:", "fingerprints:"),
        " " + OTHER,
        "\t" + OTHER,
        "a=x\r" + OTHER,
        "a=x\n" + OTHER,
        OTHER + " " + RIGHT,
        OTHER + "\u2028");
  }

  @ParameterizedTest
  @MethodSource("odd")
  void shouldRefuseWhatIsNotExactlyOneDigest(String line) {
    assertThat(SdpFingerprint.of(sdp(line)))
        .isEqualTo(new SdpFingerprint.Unusable("odd_fingerprint"));
  }

  static Stream<String> odd() {
    return Stream.of(
        "a=fingerprint",
        "a=fingerprint:",
        "a=fingerprint:sha-256",
        "a=fingerprint:sha-256 ",
        RIGHT + " ",
        RIGHT + ":00",
        RIGHT + "\0",
        RIGHT.substring(0, RIGHT.length() - 3),
        RIGHT.replace(' ', '\t'),
        RIGHT.replace(" ", "  "),
        "a=fingerprint:sha-256 " + PHONE.hex());
  }

  @Test
  void shouldReadAHugeOfferQuickly() {
    String spaces = " ".repeat(200_000);
    String sdp = spaces + "b\r\na" + spaces + "\r\na=fingerprint:" + spaces + "\r\n";

    Assertions.assertTimeout(Duration.ofSeconds(1), () -> SdpFingerprint.of(sdp));
  }

  private static String line(Fingerprint fingerprint) {
    return "a=fingerprint:sha-256 " + fingerprint.withColons();
  }
}
