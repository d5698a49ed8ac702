package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.contop.domain.media.VideoCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a phone calls an offer: it is read without a fault, and nothing of it gets lost. */
class SdpFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void shouldBearAnyBytes(byte[] bytes) {
    bear(new String(bytes, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("dev.contop.webrtc.GoldenOffersTest#names")
  void shouldBearTheOffersOfPhones(String name) {
    bear(GoldenOffersTest.text(name + "-offer.sdp"));
  }

  private static void bear(String text) {
    OfferText.refusal(text);
    OfferText.sections(text);
    String hinted = SdpHints.forPhone(text);
    assertThat(SdpHints.forPhone(hinted)).isEqualTo(hinted);
    assertThat(hinted.length()).isBetween(text.length(), 80 * text.length() + 80);
    assertKept(text, hinted);
    assertKept(text, SdpHints.forSender(text, VideoSending.ASSUMED));
    String ordered = SdpHints.preferring(VideoCodec.preferred(), text);
    assertThat(ordered).hasSameSizeAs(text);
    assertThat(SdpHints.preferring(VideoCodec.preferred(), ordered)).isEqualTo(ordered);
  }

  /** Every line is still there, in its order, whole or longer. */
  private static void assertKept(String text, String changed) {
    List<String> after = SdpLines.of(changed);
    int at = 0;
    for (String line : SdpLines.of(text)) {
      String start = SdpLines.withoutEnding(line);
      while (at < after.size() && !after.get(at).startsWith(start)) {
        at++;
      }
      assertThat(at).as(start).isLessThan(after.size());
      at++;
    }
  }
}
