package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** T78: only what has changed is worked on. */
class DamageTest {

  private static final ScreenArea LEFT = area(10, 20, 30, 40);
  private static final ScreenArea RIGHT = area(100, 0, 5, 30);

  @Test
  void shouldCoverWhatIsInEither() {
    // When
    Damage both = Damage.of(LEFT).and(Damage.of(RIGHT));

    // Then
    assertThat(both).isEqualTo(Damage.of(area(10, 0, 95, 60)));
    assertThat(both.covers(Damage.of(LEFT))).isTrue();
    assertThat(both.covers(Damage.of(RIGHT))).isTrue();
    assertThat(Damage.of(LEFT).covers(both)).isFalse();
  }

  @Test
  void shouldAddNothingToNothing() {
    assertThat(Damage.NONE.and(Damage.NONE)).isEqualTo(Damage.NONE);
    assertThat(Damage.NONE.and(Damage.of(LEFT))).isEqualTo(Damage.of(LEFT));
    assertThat(Damage.of(LEFT).and(Damage.NONE)).isEqualTo(Damage.of(LEFT));
    assertThat(Damage.NONE.covers(Damage.NONE)).isTrue();
    assertThat(Damage.NONE.covers(Damage.of(LEFT))).isFalse();
    assertThat(Damage.of(LEFT).covers(Damage.NONE)).isTrue();
  }

  @Test
  void shouldEndWhereThePictureEnds() {
    assertThat(Damage.of(area(10, 20, 30, 40)).within(ScreenArea.whole(new ScreenSize(20, 30))))
        .isEqualTo(Damage.of(area(10, 20, 10, 10)));
    assertThat(Damage.of(area(20, 0, 3, 3)).within(ScreenArea.whole(new ScreenSize(20, 30))))
        .isEqualTo(Damage.NONE);
  }

  @Test
  void shouldBeSeenFromAPart() {
    assertThat(Damage.of(area(10, 20, 30, 40)).from(area(15, 5, 10, 30)))
        .isEqualTo(Damage.of(area(0, 15, 10, 15)));
    assertThat(Damage.of(LEFT).from(RIGHT)).isEqualTo(Damage.NONE);
    assertThat(Damage.NONE.from(RIGHT)).isEqualTo(Damage.NONE);
  }

  @Test
  void shouldBeAllOfANewPicture() {
    assertThat(Damage.whole(new ScreenSize(7, 9))).isEqualTo(Damage.of(area(0, 0, 7, 9)));
    assertThat(Damage.NONE.isNone()).isTrue();
    assertThat(Damage.of(LEFT).isNone()).isFalse();
  }

  private static ScreenArea area(int x, int y, int width, int height) {
    return new ScreenArea(x, y, new ScreenSize(width, height));
  }
}
