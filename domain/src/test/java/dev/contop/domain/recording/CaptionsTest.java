package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AnswerOutcome;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.Judgement;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.StopReason;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who did what, in words (T75). */
class CaptionsTest {

  private static final ExecutionId RUN = new ExecutionId(new UUID(0, 1));
  private static final Command REMOVE = new Command("rm notes.txt");

  @Test
  void shouldTellTheWayOfAStepFromIntentToEnd() {
    assertThat(words(new AuditEntry.IntentReceived(RUN, new Intent("clean up"))))
        .isEqualTo("The phone asks: clean up");
    assertThat(
            words(
                new AuditEntry.ConfirmationAsked(
                    RUN,
                    1,
                    "r",
                    "execute_cli",
                    REMOVE,
                    "It deletes.",
                    "00",
                    Duration.ofMinutes(5))))
        .isEqualTo("May this run? rm notes.txt\nIt deletes.");
    assertThat(words(new AuditEntry.ConfirmationAnswered("r", AnswerOutcome.APPROVED, "user")))
        .isEqualTo("Approved");
    assertThat(words(new AuditEntry.StepStarted(RUN, 1, "execute_cli", REMOVE, "/home")))
        .isEqualTo("Runs: rm notes.txt");
    assertThat(words(new AuditEntry.StepEnded(RUN, 1, Optional.of(0), Duration.ofMillis(1234), 0)))
        .isEqualTo("Ended with 0 after 1.2 s");
  }

  @Test
  void shouldTellOfRefusalsAndKills() {
    assertThat(
            words(
                new AuditEntry.StepJudged(
                    RUN, 1, "execute_cli", REMOVE, Judgement.REFUSED, Optional.of("No."))))
        .isEqualTo("Refused: rm notes.txt\nNo.");
    for (StopReason reason : StopReason.values()) {
      assertThat(words(new AuditEntry.ExecutionStopped(RUN, reason))).startsWith("Killed: ");
    }
    for (AnswerOutcome outcome : AnswerOutcome.values()) {
      assertThat(words(new AuditEntry.ConfirmationAnswered("r", outcome, "late"))).isNotBlank();
    }
  }

  @Test
  void shouldTellOfWhatIsDoneByHandAndOfThePairing() {
    assertThat(words(new AuditEntry.ManualModeSwitched(true))).contains("takes the pointer");
    assertThat(words(new AuditEntry.DeviceActed(DeviceAction.LOCK_SCREEN, Optional.empty())))
        .isEqualTo("Done: lock screen");
    assertThat(words(new AuditEntry.Forbidden("user_intent", 0))).contains("user_intent");
    assertThat(words(new AuditEntry.Revoked())).contains("revoked");
  }

  @Test
  void shouldSayNothingOfWhatOthersTellAlready() {
    assertThat(
            Captions.of(
                new AuditEntry.StepJudged(
                    RUN, 1, "execute_cli", REMOVE, Judgement.ALLOWED, Optional.empty())))
        .isEmpty();
    assertThat(Captions.of(new AuditEntry.HostStopped())).isEmpty();
    assertThat(Captions.of(new AuditEntry.DeviceAsked(DeviceAction.LOCK_SCREEN))).isEmpty();
  }

  private static String words(AuditEntry entry) {
    return Captions.of(entry).orElseThrow();
  }
}
