package dev.contop.domain.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdSequenceTest {

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "-1,-1", "81985529216486895,-81985529216486896"})
  void shouldDrawVersionFourWithoutRepeats(long high, long low) {
    // Given
    IdSequence ids = IdSequence.from(new UUID(high, low));
    Set<UUID> drawn = new HashSet<>();

    // When
    for (int i = 0; i < 100_000; i++) {
      UUID id = ids.head();
      drawn.add(id);
      if (id.version() != 4 || id.variant() != 2) {
        throw new AssertionError("RFC 9562, section 5.4: " + id);
      }
      ids = ids.tail();
    }

    // Then
    assertThat(drawn).hasSize(100_000);
  }

  @Test
  void shouldDrawTheSameFromTheSameSeed() {
    // Given
    UUID seed = new UUID(3, 4);

    // Then
    assertThat(IdSequence.from(seed).tail().tail().head())
        .isEqualTo(IdSequence.from(seed).tail().tail().head());
    assertThat(IdSequence.from(seed).head()).isEqualTo(IdSequence.from(seed).head());
  }

  @Test
  void shouldDrawOthersFromSeedsThatDifferInOneBit() {
    // Given
    Set<UUID> drawn = new HashSet<>();

    // When
    for (int bit = 0; bit < 64; bit++) {
      for (UUID seed : new UUID[] {new UUID(1L << bit, 0), new UUID(0, 1L << bit)}) {
        IdSequence ids = IdSequence.from(seed);
        for (int i = 0; i < 500; i++) {
          drawn.add(ids.head());
          ids = ids.tail();
        }
      }
    }

    // Then
    assertThat(drawn).hasSize(128 * 500);
  }
}
