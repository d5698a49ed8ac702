package dev.contop.application.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputAction.Click;
import dev.contop.domain.control.InputAction.MoveBy;
import dev.contop.domain.control.InputAction.MoveTo;
import dev.contop.domain.control.InputAction.Press;
import dev.contop.domain.control.InputAction.PressKeys;
import dev.contop.domain.control.InputAction.Release;
import dev.contop.domain.control.InputAction.Scroll;
import dev.contop.domain.control.InputAction.TypeText;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.control.ScrollDirection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every pointer and keyboard keeps to (T61); on a desktop of 1280 by 800 pixels. */
@Timeout(30)
public abstract class InjectInputContract {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /** What is tested. */
  protected abstract InjectInput subject();

  /** The desktop it acts on; an application there has the focus and lies under the centre. */
  protected abstract DesktopProbe desktop();

  @BeforeEach
  void goToTheCentre() throws InputRefused {
    inject(new MoveTo(new ScreenPoint(WIDTH / 2, HEIGHT / 2)));
  }

  private void inject(InputAction action) throws InputRefused {
    subject().inject(action);
  }

  @Test
  void shouldMoveToAPixel() throws InputRefused {
    // When
    inject(new MoveTo(new ScreenPoint(321, 123)));

    // Then
    assertThat(desktop().pointer()).isEqualTo(new ScreenPoint(321, 123));
  }

  @Test
  void shouldMoveByPixels() throws InputRefused {
    // When
    inject(new MoveBy(100, -20));
    inject(new MoveBy(-1, 1));

    // Then
    assertThat(desktop().pointer()).isEqualTo(new ScreenPoint(WIDTH / 2 + 99, HEIGHT / 2 - 19));
  }

  @Test
  void shouldStopAtTheEdges() throws InputRefused {
    // When
    inject(new MoveBy(100_000, 100_000));

    // Then
    assertThat(desktop().pointer()).isEqualTo(new ScreenPoint(WIDTH - 1, HEIGHT - 1));
  }

  @Test
  void shouldHoldAButtonUntilItIsReleased() throws InputRefused {
    // When
    inject(new Press(MouseButton.LEFT));

    // Then
    assertThat(desktop().pressed()).containsExactly(MouseButton.LEFT);

    // When
    inject(new Release(MouseButton.LEFT));

    // Then
    assertThat(desktop().pressed()).isEmpty();
    assertThat(desktop().events(2)).containsExactly("left down", "left up");
  }

  @Test
  void shouldReleaseWhatIsHeld() throws InputRefused {
    // Given
    inject(new Press(MouseButton.LEFT));
    inject(new Press(MouseButton.RIGHT));

    // When
    subject().release(new HeldInputs(Set.of(MouseButton.LEFT, MouseButton.RIGHT)));

    // Then
    assertThat(desktop().pressed()).isEmpty();
  }

  @Test
  void shouldClickAsOftenAsAsked() throws InputRefused {
    // When
    inject(new Click(MouseButton.RIGHT, 2));

    // Then
    assertThat(desktop().events(4))
        .containsExactly("right down", "right up", "right down", "right up");
  }

  @Test
  void shouldScrollByNotches() throws InputRefused {
    // When
    for (ScrollDirection direction : ScrollDirection.values()) {
      inject(new Scroll(direction, 2));
    }

    // Then
    assertThat(desktop().events(8))
        .containsExactly(
            "scroll up",
            "scroll up",
            "scroll down",
            "scroll down",
            "scroll left",
            "scroll left",
            "scroll right",
            "scroll right");
  }

  @Test
  void shouldPressKeysInOrderAndReleaseThemInReverse() throws InputRefused {
    // When
    inject(new PressKeys(List.of("Ctrl", "ALT", "a")));

    // Then
    assertThat(desktop().events(6))
        .containsExactly("ctrl down", "alt down", "a down", "a up", "alt up", "ctrl up");
  }

  @Test
  void shouldTypeAnyUnicode() throws InputRefused {
    // When
    inject(new TypeText("aé漢😀\n"));

    // Then
    assertThat(desktop().events(10))
        .containsExactly(
            "a down",
            "a up",
            "é down",
            "é up",
            "漢 down",
            "漢 up",
            "😀 down",
            "😀 up",
            "enter down",
            "enter up");
  }

  @Test
  void shouldRefuseAnUnknownKeyByNameAndPressNothing() {
    // When / Then
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> inject(new PressKeys(List.of("ctrl", "hyper-drive"))))
        .withMessageContaining("hyper-drive");
    assertThat(desktop().events(0)).isEmpty();
  }

  @Test
  void shouldRefuseNoKeysAndTooMany() {
    // When / Then
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> inject(new PressKeys(List.of())));
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> inject(new PressKeys(Collections.nCopies(9, "a"))));
    assertThat(desktop().events(0)).isEmpty();
  }

  @Test
  void shouldRefuseTextThatIsTooLongOrCannotBeTyped() {
    // When / Then
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> inject(new TypeText("x".repeat(5000))));
    assertThatExceptionOfType(InputRefused.class).isThrownBy(() -> inject(new TypeText("a\0b")));
    assertThat(desktop().events(0)).isEmpty();
  }
}
