package dev.contop.capture.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.screen.ScreenUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a process of its own, as the AWT decides once whether it is headless. */
class DesktopPartTest {

  @TempDir private Path javaHome;

  @BeforeAll
  static void beHeadless() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void shouldSayWhatToDoWhereJavaSeesNoDesktop() {
    assertThatThrownBy(() -> new OpenRobotScreen(Duration.ofMillis(33)).open())
        .isInstanceOfSatisfying(
            ScreenUnavailable.class,
            none ->
                assertThat(none.reason()).contains("start the host in the session of the user"));
    assertThatThrownBy(() -> new RobotMonitors().list()).isInstanceOf(ScreenUnavailable.class);
  }

  @Test
  void shouldSayWhatToInstallWhereJavaWasMadeWithoutADesktop() throws Exception {
    // Given
    Path libraries = Files.createDirectory(javaHome.resolve("lib"));
    Files.createFile(libraries.resolve("libawt_headless.so"));

    // When / Then
    assertThat(DesktopPart.missing(javaHome).orElseThrow()).contains("openjdk-17-jre");
    Files.createFile(libraries.resolve("libawt_xawt.so"));
    assertThat(DesktopPart.missing(javaHome)).isEmpty();
  }

  @Test
  void shouldNotMissOnOtherSystemsWhatTheyDoNotHave() {
    assertThat(DesktopPart.missing(javaHome)).isEmpty();
  }
}
