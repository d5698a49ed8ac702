package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** T76, T77: what one phone sees, within what the host is set to. */
class ViewTest {

  private static final VideoSettings HOST = VideoSettings.standard();
  private static final ScreenSize SCREEN = new ScreenSize(3840, 1080);

  @Test
  void shouldShowAllAsTheHostIsSetTo() {
    assertThat(View.USUAL.shown(SCREEN)).isEqualTo(ScreenArea.whole(SCREEN));
    assertThat(View.USUAL.sent(SCREEN, HOST)).isEqualTo(new ScreenSize(1920, 540));
    assertThat(View.USUAL.interval(HOST)).isBetween(Duration.ofMillis(33), Duration.ofMillis(34));
  }

  @Test
  void shouldKeepWhatIsLeftOut() {
    // Given
    View view = View.USUAL.with(OptionalInt.of(640), OptionalInt.empty());

    // When
    View slower = view.with(OptionalInt.empty(), OptionalInt.of(10));

    // Then
    assertThat(slower.width(HOST)).isEqualTo(640);
    assertThat(slower.fps(HOST)).isEqualTo(10);
    assertThat(slower.interval(HOST)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void shouldGetNoMoreThanTheHostSends() {
    View greedy = View.USUAL.with(OptionalInt.of(7680), OptionalInt.of(60));

    assertThat(greedy.width(HOST)).isEqualTo(1920);
    assertThat(greedy.fps(HOST)).isEqualTo(30);
  }

  @Test
  void shouldShowOneMonitorInItsOwnSize() {
    // Given
    ScreenArea right = new ScreenArea(1920, 0, new ScreenSize(1920, 1080));

    // When
    View view = View.USUAL.of(Optional.of(right));

    // Then
    assertThat(view.shown(SCREEN)).isEqualTo(right);
    assertThat(view.sent(SCREEN, HOST)).isEqualTo(new ScreenSize(1920, 1080));
  }

  @Test
  void shouldShowAllWhenTheMonitorIsNotThereAnyMore() {
    View view = View.USUAL.of(Optional.of(new ScreenArea(1920, 0, new ScreenSize(1920, 1080))));
    ScreenSize smaller = new ScreenSize(1920, 1080);

    assertThat(view.shown(smaller)).isEqualTo(ScreenArea.whole(smaller));
  }

  @Test
  void shouldKnowWhatLiesOnAScreen() {
    assertThat(new ScreenArea(1, 0, SCREEN).isOn(SCREEN)).isFalse();
    assertThat(new ScreenArea(0, 1, SCREEN).isOn(SCREEN)).isFalse();
    assertThat(new ScreenArea(Integer.MAX_VALUE, 0, SCREEN).isOn(SCREEN)).isFalse();
    assertThatThrownBy(() -> new ScreenArea(-1, 0, SCREEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ScreenArea(0, -1, SCREEN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
