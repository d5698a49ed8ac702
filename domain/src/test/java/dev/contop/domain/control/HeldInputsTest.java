package dev.contop.domain.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldInputsTest {

  @Test
  void shouldHoldEachButtonOnce() {
    // When
    HeldInputs held =
        HeldInputs.NONE.with(MouseButton.LEFT).with(MouseButton.RIGHT).with(MouseButton.LEFT);

    // Then
    assertThat(held.buttons()).containsExactlyInAnyOrder(MouseButton.LEFT, MouseButton.RIGHT);
    assertThat(held.without(MouseButton.LEFT).buttons()).containsExactly(MouseButton.RIGHT);
    assertThat(held.without(MouseButton.LEFT).without(MouseButton.RIGHT))
        .isEqualTo(HeldInputs.NONE);
  }

  @Test
  void shouldNotMindTheReleaseOfWhatIsNotHeld() {
    assertThat(HeldInputs.NONE.without(MouseButton.MIDDLE).isEmpty()).isTrue();
  }

  @Test
  void shouldNotChangeWithTheSetItWasMadeOf() {
    // Given
    Set<MouseButton> buttons = EnumSet.of(MouseButton.LEFT);
    HeldInputs held = new HeldInputs(buttons);

    // When
    buttons.clear();

    // Then
    assertThat(held.isEmpty()).isFalse();
    assertThatThrownBy(() -> held.buttons().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
