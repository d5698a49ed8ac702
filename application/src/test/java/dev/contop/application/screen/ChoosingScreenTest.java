package dev.contop.application.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ChoosingScreenTest {

  private final List<ScreenKind> tried = new ArrayList<>();

  @Test
  void shouldTakeTheBestThatWorksAndTryNoOther() throws ScreenUnavailable {
    // When
    ChoosingScreen.Choice choice =
        choose(Optional.empty(), obstacles(Map.of(ScreenKind.X11, "no display")));

    // Then
    assertThat(choice.kind()).isEqualTo(ScreenKind.VIRTUAL);
    assertThat(choice.passedOver()).containsExactly("x11: no display");
    assertThat(tried).containsExactly(ScreenKind.X11, ScreenKind.VIRTUAL);
  }

  @Test
  void shouldTakeTheOneAskedForAndNoOther() throws ScreenUnavailable {
    // When
    ChoosingScreen.Choice choice =
        choose(Optional.of(ScreenKind.TEST_PATTERN), obstacles(Map.of()));

    // Then
    assertThat(choice.kind()).isEqualTo(ScreenKind.TEST_PATTERN);
    assertThat(choice.passedOver()).isEmpty();
    assertThat(tried).containsExactly(ScreenKind.TEST_PATTERN);
  }

  @Test
  void shouldNotFallBackFromTheOneAskedFor() {
    assertThatThrownBy(
            () ->
                choose(
                    Optional.of(ScreenKind.X11), obstacles(Map.of(ScreenKind.X11, "no display"))))
        .isInstanceOfSatisfying(
            ScreenUnavailable.class, gone -> assertThat(gone.reason()).isEqualTo("no display"));
  }

  @Test
  void shouldSayWhyWhenNoneWorks() {
    assertThatThrownBy(
            () ->
                choose(
                    Optional.empty(),
                    obstacles(
                        Map.of(
                            ScreenKind.X11, "a",
                            ScreenKind.VIRTUAL, "b",
                            ScreenKind.TEST_PATTERN, "c"))))
        .isInstanceOfSatisfying(
            ScreenUnavailable.class,
            gone -> assertThat(gone.reason()).isEqualTo("x11: a; virtual: b; test-pattern: c"));
  }

  private static ChoosingScreen.Choice choose(
      Optional<ScreenKind> wish, Function<ScreenKind, Optional<String>> obstacle)
      throws ScreenUnavailable {
    return ChoosingScreen.choose(wish, DesktopSystem.LINUX.screens(), obstacle);
  }

  private Function<ScreenKind, Optional<String>> obstacles(Map<ScreenKind, String> inTheWay) {
    return kind -> {
      tried.add(kind);
      return Optional.ofNullable(inTheWay.get(kind));
    };
  }
}
