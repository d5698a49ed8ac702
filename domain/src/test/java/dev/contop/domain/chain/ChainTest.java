package dev.contop.domain.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Chain<String> ABC = Chain.<String>empty().push("a").push("b").push("c");

  @Test
  void shouldPopInTheReverseOrderOfPushing() {
    assertThat(ABC.peek()).contains("c");
    assertThat(ABC.pop().peek()).contains("b");
    assertThat(ABC.pop().pop().pop().isEmpty()).isTrue();
    assertThat(ABC.size()).isEqualTo(3);
  }

  @Test
  void shouldStayEmptyWhenPoppedEmpty() {
    assertThat(Chain.empty().pop().peek()).isEmpty();
    assertThat(Chain.empty().size()).isZero();
  }

  @Test
  void shouldLeaveTheOriginalAsItWas() {
    // When
    ABC.push("d");
    ABC.pop();

    // Then
    assertThat(ABC.oldestFirst()).isEqualTo(List.of("a", "b", "c"));
  }

  @Test
  void shouldTurnAround() {
    assertThat(ABC.reversed().oldestFirst()).containsExactly("c", "b", "a");
    assertThat(ABC.reversed().reversed()).isEqualTo(ABC);
  }

  @Test
  void shouldEqualByContent() {
    // Given
    Chain<String> same = Chain.<String>empty().push("a").push("b").push("x").pop().push("c");

    // Then
    assertThat(same).isEqualTo(ABC).hasSameHashCodeAs(ABC).hasToString("[a, b, c]");
    assertThat(ABC.pop()).isNotEqualTo(ABC);
    assertThat(ABC.reversed()).isNotEqualTo(ABC);
  }

  @Test
  void shouldBearBeingVeryLong() {
    // Given
    Chain<Integer> one = Chain.empty();
    Chain<Integer> other = Chain.empty();

    // When
    for (int i = 0; i < 200_000; i++) {
      one = one.push(i);
      other = other.push(i);
    }

    // Then no recursion anywhere
    assertThat(one.equals(other)).isTrue();
    assertThat(one.hashCode()).isEqualTo(other.hashCode());
    assertThat(one.reversed().peek()).contains(0);
  }
}
