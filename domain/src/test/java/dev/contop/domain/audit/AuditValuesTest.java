package dev.contop.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.SessionId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditValuesTest {

  private static final ExecutionId EXECUTION = new ExecutionId(new UUID(1, 2));
  private static final DeviceId PHONE = new DeviceId("phone");

  @Test
  void shouldNotShowThePhonesWordsInALogLine() {
    // Given
    AuditEntry intent = new AuditEntry.IntentReceived(EXECUTION, new Intent("rm secret.txt"));
    AuditEntry step =
        new AuditEntry.StepStarted(EXECUTION, 1, "shell", new Command("rm secret.txt"), "/");

    // Then
    assertThat(intent.toString()).doesNotContain("secret").contains(EXECUTION.toString());
    assertThat(step.toString()).doesNotContain("secret");
  }

  @Test
  void shouldSayWhomItIsAbout() {
    assertThat(About.HOST).isEqualTo(new About(Optional.empty(), Optional.empty()));
    assertThat(About.device(PHONE)).isEqualTo(new About(Optional.of(PHONE), Optional.empty()));
    assertThat(About.session(PHONE, new SessionId("s")).session()).contains(new SessionId("s"));
    assertThat(About.session(PHONE, new SessionId("s")).device()).contains(PHONE);
  }

  @Test
  void shouldNameActionsAsTheWireDoes() {
    assertThat(Arrays.stream(DeviceAction.values()).map(DeviceAction::wireName))
        .containsExactly("lock_screen", "keep_awake_on", "keep_awake_off");
  }
}
