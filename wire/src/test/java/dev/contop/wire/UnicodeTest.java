package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnicodeTest {

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer decoded = CharBuffer.allocate(256);

  @Test
  void shouldAgreeWithTheDecoderOfTheJdkOnEveryShortSequence() {
    // Given
    int[] edges = {
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    // When
    List<String> disagreed = new ArrayList<>();
    for (int a : edges) {
      for (int b : edges) {
        for (int c : edges) {
          for (int d : edges) {
            byte[] bytes = {(byte) a, (byte) b, (byte) c, (byte) d};
            if (Unicode.isUtf8(bytes) != decodes(bytes)) {
              disagreed.add(HexFormat.of().formatHex(bytes));
            }
          }
        }
      }
    }

    // Then
    assertThat(disagreed).isEmpty();
  }

  @Test
  void shouldAgreeWithTheDecoderOfTheJdkOnDamagedText() {
    // Given
    Random random = new Random(7);
    byte[] text = "a\u00e9\u20ac\ud83d\ude00".repeat(8).getBytes(StandardCharsets.UTF_8);

    // When, Then
    for (int i = 0; i < 10_000; i++) {
      byte[] damaged = text.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      assertThat(Unicode.isUtf8(damaged)).isEqualTo(decodes(damaged));
    }
  }

  @Test
  void shouldReplaceOnlySurrogatesThatAreAlone() {
    assertThat(Unicode.wellFormed("\ud83dx\ude00y\ud83d\ude00\ude00\ud83d"))
        .isEqualTo("\ufffdx\ufffdy\ud83d\ude00\ufffd\ufffd");
    assertThat(Unicode.wellFormed("plain")).isSameAs("plain");
  }

  private boolean decodes(byte[] bytes) {
    CoderResult result =
        decoder.reset().decode(ByteBuffer.wrap(bytes), decoded.clear(), /* endOfInput= */ true);
    return !result.isError();
  }
}
