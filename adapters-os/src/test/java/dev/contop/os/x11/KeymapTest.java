package dev.contop.os.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.os.x11.Keymap.Stroke;
import org.junit.jupiter.api.Test;

final class KeymapTest {

  private static final int CYRILLIC_SMALL = 0x6c6;
  private static final int CYRILLIC_CAPITAL = 0x6e6;

  /** Keys 10 to 13: a letter in two layouts, Return, nothing, and "a" once more with Shift. */
  private final Keymap keymap =
      new Keymap(
          10,
          4,
          new int[] {
            'a',
            'A',
            CYRILLIC_SMALL,
            CYRILLIC_CAPITAL, //
            Keysyms.RETURN,
            0,
            0,
            0, //
            0,
            0,
            0,
            0, //
            '1',
            'a',
            0,
            0
          });

  @Test
  void shouldFindKeysWithoutShiftFirst() {
    // When / Then
    assertThat(keymap.find('a', 0)).contains(new Stroke(10, false));
    assertThat(keymap.find('A', 0)).contains(new Stroke(10, true));
    assertThat(keymap.find('x', 0)).isEmpty();
  }

  @Test
  void shouldFindWhatTheLayoutInUseHas() {
    // When / Then
    assertThat(keymap.find(CYRILLIC_CAPITAL, 0)).isEmpty();
    assertThat(keymap.find(CYRILLIC_CAPITAL, 1)).contains(new Stroke(10, true));
    assertThat(keymap.find('A', 1)).isEmpty();
    assertThat(keymap.find('1', 1)).contains(new Stroke(13, false));
    assertThat(keymap.find(Keysyms.RETURN, 1)).contains(new Stroke(11, false));
  }

  @Test
  void shouldTrustOnlySpecialKeysInLayoutsItCannotSee() {
    // When / Then
    assertThat(keymap.find('a', 3)).isEmpty();
    assertThat(keymap.find(Keysyms.RETURN, 3)).contains(new Stroke(11, false));
  }

  @Test
  void shouldKnowFreeKeys() {
    // When / Then
    assertThat(keymap.free()).containsExactly(12);
    assertThat(keymap.isOnly(11, Keysyms.RETURN)).isTrue();
    assertThat(keymap.isOnly(10, 'a')).isFalse();
  }

  @Test
  void shouldLiveWithAnEmptyMap() {
    // Given
    Keymap empty = new Keymap(8, 0, new int[0]);

    // When / Then
    assertThat(empty.find('a', 0)).isEmpty();
    assertThat(empty.free()).isEmpty();
  }
}
