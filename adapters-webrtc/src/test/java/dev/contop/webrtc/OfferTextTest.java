package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfferTextTest {

  @Test
  void shouldLetARealOfferPass() {
    // When // Then
    assertThat(OfferText.refusal(SdpHintsTest.chromiumOffer())).isEmpty();
  }

  static List<String> wrong() {
    return List.of(
        "",
        "nonsense",
        "v=0\r\n",
        "v=0\r\nm=video 9 X 96\u0000\r\n",
        "v=0\r\nm=video 9 X 96\u0001\r\n",
        "v=0\r\nm=video 9 X 96\ud800\r\n",
        "v=0\r\n" + "m=video 9 X 96\r\n".repeat(17),
        "v=0\r\nm=video 9 X 96\r\n" + "a=x\r\n".repeat(4000),
        "v=0\r\nm=video 9 X 96\r\na=" + "x".repeat(256 * 1024));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void shouldSayWhatIsWrongWithoutRepeatingIt(String text) {
    // When // Then
    assertThat(OfferText.refusal(text))
        .hasValueSatisfying(
            reason -> assertThat(reason).endsWith(".").doesNotContain("nonsense", "video 9"));
  }

  @Test
  void shouldFindTheSections() {
    // Given
    String sdp =
        """
        v=0
        m=audio 9 X 111
        a=mid:a
        a=sendonly
        m=video 0 X 96
        a=mid:b
        m=video 9 X 96
        a=mid:c
        a=recvonly
        m=application 9 X webrtc-datachannel
        """;

    // When // Then
    assertThat(OfferText.sections(sdp))
        .containsExactly(
            new OfferText.Section("audio", "a", false),
            new OfferText.Section("video", "b", false),
            new OfferText.Section("video", "c", true),
            new OfferText.Section("application", "", true));
  }

  @Test
  void shouldInheritTheDirectionOfTheSession() {
    // When // Then
    assertThat(OfferText.sections("v=0\na=inactive\nm=video 9 X 96\na=mid:0\n"))
        .containsExactly(new OfferText.Section("video", "0", false));
  }
}
