package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.VideoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of the offers of the phones there are, byte for byte, with the constants and the
 * codec order that the host has unless it is told otherwise.
 *
 * <p>Those of Chromium, Firefox and aiortc were made by them. Those like Safari's and
 * react-native's were written by hand, after what these are known to offer: their codecs, order and
 * parameters.
 */
class GoldenOffersTest {

  private static final String FOR_PHONE = ";x-google-start-bitrate=2000;x-google-max-bitrate=8000";

  static Stream<String> names() {
    return Stream.of("chromium", "firefox", "aiortc", "like-safari", "like-react-native");
  }

  static String text(String file) {
    try (InputStream in = GoldenOffersTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chromium", "firefox", "aiortc", "like-safari", "like-react-native"})
  void shouldPrepareAnOfferForTheSender(String name) {
    // Given
    String offer = text(name + "-offer.sdp");

    // When
    String prepared = Answering.prepared(offer, VideoSettings.standard().codecs());

    // Then T71, T73: what the library gets
    assertThat(OfferText.refusal(offer)).isEqualTo(Optional.empty());
    assertThat(prepared).isEqualTo(text(name + "-prepared.sdp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chromium", "firefox", "aiortc", "like-safari", "like-react-native"})
  void shouldAddTheHintsForThePhoneAndNothingElse(String name) {
    // Given
    String text = text(name + "-offer.sdp");

    // When
    String hinted = SdpHints.forPhone(text);

    // Then T72: a line that is new, or the end of one that was there
    assertThat(hinted).isEqualTo(text(name + "-hinted.sdp"));
    String undone =
        hinted
            .replaceAll("a=fmtp:\\d+ " + FOR_PHONE.substring(1) + "\r\n", "")
            .replace(FOR_PHONE, "");
    assertThat(undone).isEqualTo(text);
  }
}
