package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.ScreenSize;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that change, die, or are not what we need. */
@Timeout(60)
class X11ServerTest {

  @Test
  void shouldFollowTheSizeOfTheScreen() throws Exception {
    try (Xvfb server = Xvfb.start("800x600x24");
        Screen screen = new OpenX11Screen(server.display()).open()) {
      // Given
      screen.grab();

      // When
      server.run("xrandr", "--output", "screen", "--off");
      server.run("xrandr", "--fb", "500x300");
      boolean changed = screen.awaitChange(Duration.ofSeconds(5));
      Frame smaller = screen.grab();
      ScreenSize told = screen.size();
      server.run("xrandr", "--fb", "700x500");
      Frame larger = screen.grab();

      // Then
      assertThat(changed).isTrue();
      assertThat(told).isEqualTo(new ScreenSize(500, 300));
      assertThat(smaller.size()).isEqualTo(told);
      assertThat(larger.size()).isEqualTo(new ScreenSize(700, 500));
    }
  }

  @Test
  void shouldMeasureAgainWhenTheScreenShrankUnnoticed() throws Exception {
    try (Xvfb server = Xvfb.start("800x600x24")) {
      // Given
      XConnection connection = XConnection.open(server.display());
      server.run("xrandr", "--output", "screen", "--off");
      server.run("xrandr", "--fb", "500x300");

      // When
      try (Screen screen = new X11Screen(connection, new ComparePictures())) {
        Frame frame = screen.grab();

        // Then
        assertThat(frame.size()).isEqualTo(new ScreenSize(500, 300));
        assertThat(screen.size()).isEqualTo(frame.size());
      }
    }
  }

  @Test
  void shouldNotWaitForeverForAServerThatStopped() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24");
        Screen screen = new OpenX11Screen(server.display()).open()) {
      // Given
      screen.grab();

      // When
      server.signal("STOP");

      // Then
      assertThatThrownBy(screen::grab)
          .isInstanceOf(ScreenUnavailable.class)
          .hasMessageContaining("does not answer");
      server.signal("CONT");
    }
  }

  @Test
  void shouldSurviveAServerThatDiesDuringAWait() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24");
        Screen screen = new OpenX11Screen(server.display()).open()) {
      // Given
      screen.grab();
      Thread killing = new Thread(server::kill);

      // When
      killing.start();

      // Then
      assertThatThrownBy(() -> readForever(screen))
          .isInstanceOf(ScreenUnavailable.class)
          .hasMessageContaining(server.display())
          .hasMessageContaining("gone");
      killing.join();
    }
  }

  private static void readForever(Screen screen) throws ScreenUnavailable {
    while (true) {
      if (screen.awaitChange(Duration.ofSeconds(5))) {
        screen.grab();
      }
    }
  }

  @Test
  void shouldSurviveAServerThatDiesBeforeAGrab() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24");
        Screen screen = new OpenX11Screen(server.display()).open()) {
      // Given
      screen.grab();

      // When
      server.kill();

      // Then
      assertThatThrownBy(screen::grab).isInstanceOf(ScreenUnavailable.class);
      assertThatThrownBy(screen::grab).isInstanceOf(ScreenUnavailable.class);
    }
  }

  @Test
  void shouldGiveEverythingBack() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24")) {
      // Given
      openGrabClose(server);
      long descriptors = Leaks.descriptors();

      // When
      for (int i = 0; i < 100; i++) {
        openGrabClose(server);
      }
      long left = Leaks.descriptors();

      // Then: the server lets go of the last ones a moment after us
      await().untilAsserted(() -> assertThat(Leaks.segments()).isZero());
      assertThat(left).isLessThanOrEqualTo(descriptors);
    }
  }

  private static void openGrabClose(Xvfb server) throws ScreenUnavailable {
    try (Screen screen = new OpenX11Screen(server.display()).open()) {
      screen.grab();
      screen.awaitChange(Duration.ZERO);
    }
  }

  @Test
  void shouldTellTheSizeOfAScreenThatCanBeRead() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24")) {
      assertThat(ProbeX11.probe(server.display()))
          .isEqualTo(new ProbeX11.Usable(new ScreenSize(640, 480)));
    }
  }

  @Test
  void shouldReadTheNameByWhichXwaylandIsRecognized() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24");
        XConnection connection = XConnection.open(server.display())) {
      assertThat(Xwayland.firstOutput(connection)).isEqualTo("screen");
    }
  }

  @Test
  void shouldRefuseAScreenOfAPaletteInWords() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x8")) {
      assertThat(reason(server.display())).contains("8 bits").contains("depth of 24");
    }
  }

  @Test
  void shouldSayWhatToDoWhenNoServerRuns() {
    assertThat(reason(":54321")).contains(":54321").contains("XAUTHORITY");
  }

  @Test
  void shouldSayWhatToDoWhenTheServerRefuses(@TempDir Path folder) throws Exception {
    // Given
    Path authority = folder.resolve("authority");
    writeAuthority(authority);

    try (Xvfb server = Xvfb.start("640x480x24", "-auth", authority.toString())) {
      assertThat(reason(server.display())).contains(server.display()).contains("XAUTHORITY");
    }
  }

  @Test
  void shouldSayWhatToDoWhenNoDisplayIsNamed() {
    assertThat(reason("")).contains("DISPLAY").contains("--screen virtual");
  }

  @Test
  void shouldSayThatANameIsNoDisplay() {
    assertThat(reason("nonsense")).contains("\"nonsense\"").contains(":0");
  }

  private static String reason(String display) {
    return ProbeX11.probe(display) instanceof ProbeX11.Unusable unusable ? unusable.reason() : "";
  }

  /** One cookie for any display, in the format of Xau (X.Org, libXau). */
  private static void writeAuthority(Path file) throws Exception {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeShort(0xffff);
      out.writeShort(0);
      out.writeShort(0);
      out.writeUTF("MIT-MAGIC-COOKIE-1");
      out.writeShort(16);
      out.write(new byte[16]);
    }
  }
}
