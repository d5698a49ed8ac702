package dev.contop.application.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DesktopSystemTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, LINUX",
    "FreeBSD, LINUX",
    "Windows 11, WINDOWS",
    "windows server 2022, WINDOWS",
    "Mac OS X, MACOS",
    "Darwin, MACOS"
  })
  void shouldKnowTheSystemByItsName(String name, DesktopSystem system) {
    assertThat(DesktopSystem.named(name)).isEqualTo(system);
  }

  @Test
  void shouldTryX11OnLinuxAndRobotElsewhere() {
    assertThat(DesktopSystem.LINUX.screens())
        .containsExactly(ScreenKind.X11, ScreenKind.VIRTUAL, ScreenKind.TEST_PATTERN);
    assertThat(DesktopSystem.WINDOWS.screens())
        .containsExactly(ScreenKind.ROBOT, ScreenKind.TEST_PATTERN)
        .isEqualTo(DesktopSystem.MACOS.screens());
  }

  @ParameterizedTest
  @EnumSource
  void shouldNeverUseTheLibraryUnasked(DesktopSystem system) {
    assertThat(system.screens()).doesNotContain(ScreenKind.LIBRARY);
  }
}
