package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0.1",
        "-1.5",
        "999999999999999",
        "-99999999999999",
        "0.0000000000001",
        "9007199254740993",
        "123456789012345678901234567890",
        "4.9e-324",
        "1e-400",
        "1.7976931348623157e308",
        "1e400",
        "-1e400",
        "1e99999999999999999999",
        "0.30000000000000004",
      })
  void shouldBeTheNearestDouble(String text) {
    assertThat(parsed(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void shouldBeTheNearestDoubleOfAnyNumber() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
      String text = String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", value);
      assertThat(parsed(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  @Test
  void shouldReadOnlyItsPartOfTheText() {
    byte[] text = "[12,34.5]".getBytes(StandardCharsets.US_ASCII);

    assertThat(Decimal.parse(text, 4, 8)).isEqualTo(34.5);
  }

  private static double parsed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Decimal.parse(bytes, 0, bytes.length);
  }
}
