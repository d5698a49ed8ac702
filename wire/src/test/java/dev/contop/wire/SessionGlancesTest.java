package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.Glance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the dashboard is told of the sessions. */
class SessionGlancesTest {

  private static final DeviceId PHONE = new DeviceId("phone");

  private static String write(Glance glance) {
    return SessionGlances.write(Map.of(PHONE, glance));
  }

  @Test
  void shouldTellOfNobody() {
    assertThat(SessionGlances.write(Map.of())).isEqualTo("{\"sessions\":[]}");
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellHowEachConnectionStands(Glance.Presence presence) {
    assertThat(write(new Glance(presence, Optional.empty(), List.of(), true, 0)))
        .isEqualTo(
            "{\"sessions\":[{\"device_id\":\"phone\",\"link\":\""
                + presence.code()
                + "\",\"manual\":true,\"waiting\":0,\"questions\":[]}]}");
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellOfARunBetweenSteps(Glance.Stage stage) {
    Glance.Run run = new Glance.Run(stage, Optional.empty(), 2, Duration.ofMillis(5));

    assertThat(write(new Glance(Glance.Presence.CONNECTED, Optional.of(run), List.of(), false, 1)))
        .contains("\"run\":{\"stage\":\"" + stage.code() + "\",\"steps\":2,\"lasting_ms\":5}");
  }

  @Test
  void shouldEscapeWhatAPhoneOrItsOwnerWrote() {
    // Given
    Glance.Question question =
        new Glance.Question(
            new RequestId("r"), "echo \"</script>\n\u2028\"", "Why \\ not.", Duration.ZERO);

    // When
    String answer =
        write(new Glance(Glance.Presence.CONNECTED, Optional.empty(), List.of(question), false, 0));

    // Then
    assertThat(StrictJson.read(answer.getBytes(StandardCharsets.UTF_8), 4096))
        .isInstanceOf(JsonReading.Accepted.class);
    assertThat(answer).contains("\"command\":\"echo \\\"</script>\\n\\u2028\\\"\"");
  }
}
