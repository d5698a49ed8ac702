package dev.contop.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.Approval;
import dev.contop.domain.confirmation.Confirmations;
import dev.contop.domain.confirmation.Deed;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.confirmation.Outcome;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.limits.ConfirmationLimits;
import dev.contop.domain.limits.Ticks;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That an approval lets exactly what was approved run, and nothing else (T52). */
class NeedsConfirmationTest {

  private static final JavaHash HASH = new JavaHash();
  private static final Command COMMAND = new Command("rm a");

  private final Verdict.NeedsConfirmation verdict = new Verdict.NeedsConfirmation(COMMAND, "why");

  @Test
  void shouldAuthorizeWhatWasApproved() {
    assertThat(verdict.authorize("shell", approvalOf(COMMAND.deed("shell")), HASH))
        .contains(new AuthorizedCommand(COMMAND));
  }

  @Test
  void shouldAuthorizeNothingElse() {
    assertThat(verdict.authorize("shell", approvalOf(new Command("rm b").deed("shell")), HASH))
        .isEmpty();
    assertThat(verdict.authorize("execute_cli", approvalOf(COMMAND.deed("shell")), HASH)).isEmpty();
    assertThat(
            verdict.authorize(
                "shell", approvalOf(new Command("rm a", "/", Map.of()).deed("shell")), HASH))
        .isEmpty();
    assertThat(
            verdict.authorize(
                "shell",
                approvalOf(new Command("rm a", "~", Map.of("A", "1")).deed("shell")),
                HASH))
        .isEmpty();
  }

  @Test
  void shouldBeAValueThatShowsNothing() {
    Verdict.NeedsConfirmation same = new Verdict.NeedsConfirmation(new Command("rm a"), "why");

    assertThat(verdict).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(verdict).isNotEqualTo(new Verdict.NeedsConfirmation(new Command("rm b"), "why"));
    assertThat(verdict).isNotEqualTo(new Verdict.NeedsConfirmation(COMMAND, "other"));
    assertThat(verdict).isNotEqualTo(COMMAND);
    assertThat(verdict).hasToString("NeedsConfirmation[hidden]");
    assertThat(verdict.command()).isEqualTo(COMMAND);
  }

  /** As only a user can make one. */
  private static Approval approvalOf(Deed deed) {
    RequestId request = new RequestId("r");
    Outcome outcome =
        Confirmations.none(ConfirmationLimits.standard())
            .asked(new PendingConfirmation(request, Digest.of(deed, HASH), Ticks.NEVER))
            .answer(request, true, Optional.empty(), Ticks.ZERO)
            .outcome();
    return ((Outcome.Approved) outcome).approval();
  }
}
