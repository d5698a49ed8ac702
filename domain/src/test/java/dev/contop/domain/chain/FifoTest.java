package dev.contop.domain.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FifoTest {

  @Test
  void shouldBeEmptyAtFirst() {
    assertThat(Fifo.empty().isEmpty()).isTrue();
    assertThat(Fifo.empty().first()).isEmpty();
    assertThat(Fifo.empty().rest()).isEqualTo(Fifo.empty());
    assertThat(Fifo.empty().after(Fifo.empty()).isEmpty()).isTrue();
  }

  @Test
  void shouldLeaveTheOriginalAsItWas() {
    // Given
    Fifo<Integer> original = Fifo.<Integer>empty().add(1).add(2).add(3);

    // When
    Fifo<Integer> other = original.rest().rest().add(4);

    // Then
    assertThat(other.oldestFirst()).containsExactly(3, 4);
    assertThat(original.oldestFirst()).containsExactly(1, 2, 3);
    assertThat(original.after(other).oldestFirst()).containsExactly(3, 4, 1, 2, 3);
  }

  @Test
  void shouldEqualAnotherWithTheSameValuesHoweverItGotThere() {
    // Given one that was turned over inside and one that was not
    Fifo<Integer> turned = Fifo.<Integer>empty().add(0).add(1).add(2).rest();
    Fifo<Integer> plain = Fifo.<Integer>empty().add(1).add(2);

    // Then
    assertThat(turned).isEqualTo(plain).hasSameHashCodeAs(plain).hasToString("[1, 2]");
    assertThat(turned).isNotEqualTo(plain.add(3)).isNotEqualTo(plain.rest().add(3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldBehaveAsTheObviousModel(long seed) {
    // Given
    Random random = new Random(seed);
    Deque<Integer> model = new ArrayDeque<>();
    Fifo<Integer> fifo = Fifo.empty();

    for (int i = 0; i < 5_000; i++) {
      // When
      switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> {
          fifo = fifo.add(i);
          model.add(i);
        }
        case 4, 5, 6 -> {
          fifo = fifo.rest();
          model.poll();
        }
        default -> {
          Fifo<Integer> earlier = Fifo.<Integer>empty().add(-i).add(-i - 1).add(-i - 2).rest();
          fifo = fifo.after(earlier);
          model.addFirst(-i - 2);
          model.addFirst(-i - 1);
        }
      }

      // Then
      assertThat(fifo.first()).isEqualTo(Optional.ofNullable(model.peek()));
      assertThat(fifo.size()).isEqualTo(model.size());
      assertThat(fifo.isEmpty()).isEqualTo(model.isEmpty());
      List<Integer> expected = new ArrayList<>(model);
      assertThat(fifo.oldestFirst()).isEqualTo(expected);
    }
  }
}
