package dev.contop.bootstrap.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.application.input.InputRefused;
import dev.contop.application.screen.DesktopSystem;
import dev.contop.application.screen.ScreenKind;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.bootstrap.config.TestConfig;
import dev.contop.domain.control.InputAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is shown where, and what is said when it cannot be. */
@Timeout(60)
class ChosenDesktopTest {

  private static final Map<String, String> WAYLAND =
      Map.of("XDG_SESSION_TYPE", "wayland", "WAYLAND_DISPLAY", "wayland-0");

  @TempDir private Path folder;

  @BeforeAll
  static void showNoDesktopToJava() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void shouldSayInAWaylandSessionThatItCannotBeShownAndWhatToDo() {
    assertThat(refused(ScreenKind.X11, WAYLAND))
        .isEqualTo(
            "This is a Wayland session, which does not let other programs read its screen: log in"
                + " to an X11 session (“on Xorg”), or use --screen virtual");
  }

  @Test
  void shouldSayItTooOfAnXServerThatCannotBeReachedFromThere() {
    // Given
    Map<String, String> environment = Map.of("DISPLAY", ":54321", "XDG_SESSION_TYPE", "wayland");

    // When / Then
    assertThat(refused(ScreenKind.X11, environment))
        .contains(":54321", "This is a Wayland session", "--screen virtual");
    assertThat(refused(ScreenKind.ROBOT, environment)).contains("This is a Wayland session");
  }

  @Test
  void shouldSayWhyTheWaylandDesktopWasPassedOver() throws Exception {
    // When
    Desktop desktop = open(Optional.empty(), WAYLAND, DesktopSystem.LINUX);

    // Then
    try {
      assertThat(desktop.name()).startsWith("virtual");
      assertThat(desktop.passedOver())
          .singleElement()
          .asString()
          .startsWith("x11: This is a Wayland session");
    } finally {
      desktop.close().run();
    }
  }

  @Test
  void shouldRefuseTheLibraryOnLinuxInWords() {
    assertThat(refused(ScreenKind.LIBRARY, Map.of("DISPLAY", ":0")))
        .contains("Windows and macOS only", "--screen x11");
  }

  @Test
  void shouldTryRobotOnOtherSystemsAndSayWhyNot() throws Exception {
    for (DesktopSystem system : List.of(DesktopSystem.WINDOWS, DesktopSystem.MACOS)) {
      // When: a Java without a desktop, wherever it runs
      Desktop desktop = open(Optional.empty(), Map.of("DISPLAY", ":0"), system);

      // Then
      try {
        assertThat(desktop.name()).isEqualTo("test-pattern");
        assertThat(desktop.passedOver())
            .singleElement()
            .asString()
            .startsWith("robot: ")
            .contains("start the host in the session of the user");
      } finally {
        desktop.close().run();
      }
    }
  }

  @Test
  void shouldRefuseInputWhereThereIsNoDesktop() throws Exception {
    // Given
    Desktop desktop = open(Optional.of(ScreenKind.TEST_PATTERN), Map.of(), DesktopSystem.LINUX);

    // When / Then
    try {
      assertThatExceptionOfType(InputRefused.class)
          .isThrownBy(() -> desktop.input().inject(new InputAction.MoveBy(1, 1)))
          .withMessageContaining("test pattern");
    } finally {
      desktop.close().run();
    }
  }

  private String refused(ScreenKind kind, Map<String, String> environment) {
    String[] reason = new String[1];
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> open(Optional.of(kind), environment, DesktopSystem.LINUX))
        .satisfies(refused -> reason[0] = refused.reason());
    return reason[0];
  }

  private Desktop open(
      Optional<ScreenKind> wish, Map<String, String> environment, DesktopSystem system)
      throws StartRefused {
    return ChosenDesktop.open(TestConfig.in(folder, wish), environment, system);
  }
}
