package dev.contop.os.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.input.InputRefused;
import dev.contop.domain.control.InputAction.MoveTo;
import dev.contop.domain.control.InputAction.PressKeys;
import dev.contop.domain.control.InputAction.TypeText;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.os.x11.XvfbForTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TypingIntoTerminalTest {

  private static final String TEXT = "Grüße, ~$#{}|\\ Ωж€ 漢字 ½ 😀 fin\tand THE rest\nsecond line\n";

  @TempDir private Path folder;

  @Test
  void shouldReachATerminalAsItIs() throws IOException, InputRefused {
    // Given
    Path typed = folder.resolve("typed");
    Path ready = folder.resolve("ready");
    try (XvfbForTest server = XvfbForTest.start();
        XtestInput subject = new XtestInput(Optional.of(server.display()))) {
      ProcessBuilder builder =
          new ProcessBuilder(
              "xterm",
              "-u8",
              "-geometry",
              "100x30+100+100",
              "-e",
              "stty raw -echo; touch " + ready + "; cat > " + typed);
      builder.environment().put("DISPLAY", server.display());
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process terminal = builder.start();
      try {
        await().until(() -> Files.exists(ready));
        subject.inject(new MoveTo(new ScreenPoint(300, 300)));

        // When
        for (int i = 0; i < 3; i++) {
          subject.inject(new TypeText(TEXT));
        }
        subject.inject(new PressKeys(List.of("ctrl", "c")));

        // Then
        String expected = TEXT.replace('\n', '\r').repeat(3) + "\3";
        await().untilAsserted(() -> assertThat(Files.readString(typed)).isEqualTo(expected));
      } finally {
        terminal.destroyForcibly();
      }
    }
  }
}
