package dev.contop.application.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaylandSessionTest {

  private static final String SENTENCE =
      "This is a Wayland session, which does not let other programs read its screen: log in to an"
          + " X11 session (“on Xorg”), or use --screen virtual";

  @ParameterizedTest
  @CsvSource({"XDG_SESSION_TYPE, wayland", "XDG_SESSION_TYPE, Wayland", "WAYLAND_DISPLAY, w-1"})
  void shouldSayItInOneSentenceWithTheRemedy(String variable, String value) {
    assertThat(WaylandSession.noDisplay(Map.of(variable, value))).isEqualTo(SENTENCE);
  }

  @ParameterizedTest
  @CsvSource({"XDG_SESSION_TYPE, x11", "XDG_SESSION_TYPE, tty", "WAYLAND_DISPLAY, ''"})
  void shouldNotTakeAnotherSessionForOne(String variable, String value) {
    // Given
    Map<String, String> environment = Map.of(variable, value);

    // When / Then
    assertThat(WaylandSession.noDisplay(environment)).contains("DISPLAY is not set");
    assertThat(WaylandSession.unreadable(environment, "nothing there")).isEqualTo("nothing there");
  }

  @Test
  void shouldSayItBeforeWhyADisplayCannotBeReachedFromThere() {
    assertThat(WaylandSession.unreadable(Map.of("WAYLAND_DISPLAY", "w-1"), "No server at :5"))
        .isEqualTo(SENTENCE + ". No server at :5");
  }

  @Test
  void shouldNotSayItTwice() {
    // Given
    String said = WaylandSession.sentence("The display :0 belongs to a Wayland session");

    // When / Then
    assertThat(WaylandSession.unreadable(Map.of("WAYLAND_DISPLAY", "w-1"), said)).isEqualTo(said);
  }

  @Test
  void shouldSayOfWhatItSpeaks() {
    assertThat(WaylandSession.sentence("The display :7 belongs to a Wayland session"))
        .startsWith("The display :7 belongs to a Wayland session, which")
        .contains("on Xorg", "--screen virtual");
  }
}
