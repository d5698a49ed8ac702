package dev.contop.os.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.os.process.Programs;
import dev.contop.os.process.SessionPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** T54: locked is said only of a desktop that says it is; its programs are stood in for. */
@Timeout(30)
final class SessionLockTest {

  private static final String LOGIND_THAT_LOCKS =
      """
      case "$1 $4" in
        "show-user --value") echo c7 ;;
        "lock-session ") echo "$2" > FOLDER/locked ;;
        "show-session --value") if [ -e FOLDER/locked ]; then echo yes; else echo no; fi ;;
      esac
      """;

  private static final String LOGIND_THAT_NOBODY_LISTENS_TO =
      """
      case "$1" in
        show-user) echo c7 ;;
        show-session) if [ -e FOLDER/locked ]; then echo yes; else echo no; fi ;;
      esac
      """;

  private static final String NO_LOGIND = "exit 1";

  @TempDir private Path folder;

  private SessionLock subject(boolean desktopIsKnown) {
    SessionPrograms programs = new SessionPrograms(Programs.in(List.of(folder)), folder, Map.of());
    return new SessionLock(programs, 1000, desktopIsKnown);
  }

  private void install(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script.replace("FOLDER", folder.toString()) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void shouldLockTheUsersSession() throws IOException {
    // Given
    install("loginctl", LOGIND_THAT_LOCKS);

    // When / Then
    assertThatCode(subject(true)::lock).doesNotThrowAnyException();
    assertThat(folder.resolve("locked")).hasContent("c7");
  }

  @Test
  void shouldTryTheDesktopsOwnProgramWhenNobodyListensToLogind() throws IOException {
    // Given
    install("loginctl", LOGIND_THAT_NOBODY_LISTENS_TO);
    install("xdg-screensaver", "echo \"$1\" > FOLDER/locked");

    // When / Then
    assertThatCode(subject(true)::lock).doesNotThrowAnyException();
    assertThat(folder.resolve("locked")).hasContent("lock");
  }

  @Test
  void shouldBelieveTheDesktopsOwnProgramWhereThereIsNoLogind() throws IOException {
    // Given
    install("loginctl", NO_LOGIND);
    install("xdg-screensaver", "exit 0");

    // When / Then
    assertThatCode(subject(true)::lock).doesNotThrowAnyException();
  }

  @Test
  void shouldNotClaimALockThatNobodyConfirms() throws IOException {
    // Given
    install("loginctl", LOGIND_THAT_NOBODY_LISTENS_TO);
    install("xdg-screensaver", "exit 0");

    // When / Then
    assertThatExceptionOfType(NotPossible.class)
        .isThrownBy(subject(true)::lock)
        .withMessage("The desktop was asked to lock itself, and does not say that it is locked.");
  }

  @Test
  void shouldNotTakeADarkScreenForALockedOne() throws IOException {
    // Given
    install("loginctl", NO_LOGIND);
    install("xdg-screensaver", "exit 0");

    // When / Then
    assertThatExceptionOfType(NotPossible.class)
        .isThrownBy(subject(false)::lock)
        .withMessageContaining("no lock that can be reached");
  }

  @Test
  void shouldSayThatThereIsNone() {
    assertThatExceptionOfType(NotPossible.class)
        .isThrownBy(subject(true)::lock)
        .withMessageContaining("no lock that can be reached");
  }

  @Test
  void shouldNotWaitForProgramsThatHang() throws IOException {
    // Given
    install("loginctl", "exec sleep 30");
    install("xdg-screensaver", "exec sleep 30");
    long start = System.nanoTime();

    // When / Then
    assertThatExceptionOfType(NotPossible.class).isThrownBy(subject(true)::lock);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }
}
