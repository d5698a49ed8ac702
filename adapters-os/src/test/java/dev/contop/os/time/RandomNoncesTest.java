package dev.contop.os.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomNoncesTest {

  @Test
  void shouldDrawAllBitsAnew() {
    // Given
    RandomNonces nonces = new RandomNonces();
    int[] ones = new int[256];
    Set<String> drawn = new HashSet<>();

    // When
    for (int i = 0; i < 1000; i++) {
      String hex = nonces.draw().hex();
      drawn.add(hex);
      for (int bit = 0; bit < 256; bit++) {
        ones[bit] += Character.digit(hex.charAt(bit / 4), 16) >> bit % 4 & 1;
      }
    }

    // Then none came twice, and every bit was now one and now the other (12 standard deviations)
    assertThat(drawn).hasSize(1000);
    assertThat(Arrays.stream(ones).boxed()).allMatch(count -> count > 300 && count < 700);
  }
}
