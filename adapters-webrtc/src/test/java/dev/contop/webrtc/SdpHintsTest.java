package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.VideoCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SdpHintsTest {

  private static final String HINTS = "x-google-start-bitrate=2000;x-google-max-bitrate=8000";

  static String chromiumOffer() {
    try (InputStream in = SdpHintsTest.class.getResourceAsStream("chromium-offer.sdp")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Test
  void shouldHintEveryCodecOfARealDescriptionAndTouchNothingElse() {
    // Given
    String real = chromiumOffer();

    // When
    String hinted = SdpHints.forPhone(real);

    // Then
    assertThat(hinted)
        .contains("a=rtpmap:96 VP8/90000\r\na=fmtp:96 " + HINTS + "\r\n")
        .contains("a=fmtp:98 profile-id=0;" + HINTS + "\r\n")
        .contains(
            "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f;"
                + HINTS
                + "\r\n")
        .contains("a=fmtp:45 level-idx=5;profile=0;tier=0;" + HINTS + "\r\n")
        .contains("a=fmtp:97 apt=96\r\n")
        .contains("a=rtpmap:118 red/90000\r\na=rtpmap:119 rtx/90000\r\n")
        .contains("a=rtpmap:120 ulpfec/90000\r\n")
        .contains("a=fmtp:49 repair-window=10000000\r\n");
    String undone = hinted.replace("a=fmtp:96 " + HINTS + "\r\n", "").replace(";" + HINTS, "");
    assertThat(undone).isEqualTo(real);
    long codecs =
        real.lines().filter(l -> l.matches("a=rtpmap:\\d+ (VP8|VP9|H264|AV1)/90000")).count();
    assertThat(hinted.split("x-google-start-bitrate=2000", -1)).hasSize((int) codecs + 1);
  }

  @Test
  void shouldBeWithoutEffectTheSecondTime() {
    // Given
    String once = SdpHints.forPhone(chromiumOffer());

    // When // Then
    assertThat(SdpHints.forPhone(once)).isEqualTo(once);
  }

  @Test
  void shouldKeepValuesThatAreThere() {
    // Given
    String sdp =
        """
        v=0
        m=video 9 X 96 97
        a=rtpmap:96 VP8/90000
        a=fmtp:96 x=1; X-Google-Start-Bitrate=700
        a=rtpmap:97 H264/90000
        a=fmtp:97 a=b;
        a=fmtp:97 x-google-max-bitrate=5
        """;

    // When
    String hinted = SdpHints.forPhone(sdp);

    // Then
    assertThat(hinted)
        .isEqualTo(
            """
        v=0
        m=video 9 X 96 97
        a=rtpmap:96 VP8/90000
        a=fmtp:96 x=1; X-Google-Start-Bitrate=700;x-google-max-bitrate=8000
        a=rtpmap:97 H264/90000
        a=fmtp:97 a=b;x-google-start-bitrate=2000
        a=fmtp:97 x-google-max-bitrate=5
        """);
  }

  @Test
  void shouldKeepLineEndingsAsTheyAre() {
    // Given
    String mixed = "v=0\r\nm=video 9 X 96 97\na=rtpmap:96 VP8/90000\na=rtpmap:97 VP9/90000\r\na=x";

    // When // Then
    assertThat(SdpHints.forPhone(mixed))
        .isEqualTo(
            "v=0\r\nm=video 9 X 96 97\na=rtpmap:96 VP8/90000\na=fmtp:96 "
                + HINTS
                + "\na=rtpmap:97 VP9/90000\r\na=fmtp:97 "
                + HINTS
                + "\r\na=x");
  }

  @Test
  void shouldHintACodecOnTheLastLineWithoutEnding() {
    // Given
    String open = "v=0\r\nm=video 9 X 96\r\na=rtpmap:96 VP8/90000";

    // When // Then
    assertThat(SdpHints.forPhone(open)).isEqualTo(open + "\r\na=fmtp:96 " + HINTS);
  }

  @Test
  void shouldLeaveOtherMediaAlone() {
    // Given
    String sdp =
        """
        v=0
        m=audio 9 X 111
        a=rtpmap:111 opus/48000/2
        a=fmtp:111 minptime=10
        m=application 9 X webrtc-datachannel
        m=video 0 X 96
        a=rtpmap:97 VP8/90000
        """
            .replace("\n", "\r\n");

    // When // Then
    assertThat(SdpHints.forPhone(sdp)).isEqualTo(sdp);
  }

  @Test
  void shouldHintEachVideoSectionByItself() {
    // Given
    String section = "m=video 9 X 96\na=rtpmap:96 VP8/90000\n";

    // When
    String hinted = SdpHints.forPhone("v=0\n" + section + section);

    // Then
    String expected = section + "a=fmtp:96 " + HINTS + "\n";
    assertThat(hinted).isEqualTo("v=0\n" + expected + expected);
  }

  @Test
  void shouldTellTheSenderWhereToStart() {
    // When
    String hinted = SdpHints.forSender(chromiumOffer(), Bitrate.ofKilobits(1500));

    // Then
    assertThat(hinted)
        .contains("a=fmtp:96 x-google-start-bitrate=1500\r\n")
        .doesNotContain("x-google-max-bitrate");
  }

  @Test
  void shouldPutPreferredCodecsFirstTogetherWithTheirRetransmission() {
    // Given
    String sdp =
        """
        m=video 9 X 96 97 98 99 102 103
        a=rtpmap:96 VP8/90000
        a=rtpmap:97 rtx/90000
        a=fmtp:97 apt=96
        a=rtpmap:98 VP9/90000
        a=rtpmap:99 rtx/90000
        a=fmtp:99 apt=98
        a=rtpmap:102 H264/90000
        a=rtpmap:103 rtx/90000
        a=fmtp:103 apt=102
        """
            .replace("\n", "\r\n");

    // When
    String ordered = SdpHints.preferring(List.of(VideoCodec.H264, VideoCodec.VP9), sdp);

    // Then
    assertThat(ordered)
        .isEqualTo(
            sdp.replace("m=video 9 X 96 97 98 99 102 103", "m=video 9 X 102 103 98 99 96 97"));
  }

  @Test
  void shouldLeaveTheOrderThatIsRightAlready() {
    // When // Then
    assertThat(SdpHints.preferring(List.of(VideoCodec.VP8), chromiumOffer()))
        .isEqualTo(chromiumOffer());
  }

  @Test
  void shouldBearAnyText() {
    // Given
    Random seeded = new Random(11);
    String real = chromiumOffer();
    for (int i = 0; i < 500; i++) {
      String text = Mutations.of(real, seeded);

      // When
      String hinted = SdpHints.forPhone(SdpHints.preferring(List.of(VideoCodec.H264), text));

      // Then
      assertThat(hinted.length()).isGreaterThanOrEqualTo(text.length());
    }
  }
}
