package dev.contop.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.policy.CommandJudge;
import dev.contop.domain.policy.LookAtFile;
import dev.contop.domain.policy.Profile;
import dev.contop.domain.policy.UserRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From judgements to verdicts (T52). */
class ShellCommandPolicyTest {

  private final CommandPolicy policy = ShellCommandPolicy.standard();

  @Test
  void shouldAuthorizeExactlyWhatItJudged() {
    // Given
    Command command = new Command("ls -l");

    // When
    Verdict verdict = policy.judge(command);

    // Then
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Allowed.class,
            allowed -> assertThat(allowed.authorize().command()).isEqualTo(command));
  }

  @Test
  void shouldAskForExactlyWhatItJudged() {
    Command command = new Command("rm x");

    assertThat(policy.judge(command))
        .isInstanceOfSatisfying(
            Verdict.NeedsConfirmation.class,
            asks -> {
              assertThat(asks.command()).isEqualTo(command);
              assertThat(asks.reason()).isEqualTo("“rm x” deletes files.");
            });
  }

  @Test
  void shouldAskForWhatItsTextAloneDoesNotTell() {
    assertThat(policy.judge(new Command("ls", "/etc", Map.of())))
        .isInstanceOf(Verdict.NeedsConfirmation.class);
    assertThat(policy.judge(new Command("ls", Command.HOME, Map.of("LD_PRELOAD", "x.so"))))
        .isInstanceOf(Verdict.NeedsConfirmation.class);
    assertThat(policy.judge(new Command("rm -rf /", "/etc", Map.of())))
        .isInstanceOf(Verdict.Forbidden.class);
  }

  @Test
  void shouldForbidWhatIsRefused() {
    assertThat(policy.judge(new Command("rm -rf /")))
        .isEqualTo(
            new Verdict.Forbidden("“rm -rf /” would delete what this computer needs to run."));
  }

  @Test
  void shouldAllowWhatOnlyCreates() {
    CommandPolicy seesNothing =
        new ShellCommandPolicy(
            new CommandJudge(Profile.ASK, UserRules.NONE, path -> LookAtFile.Seen.ABSENT));

    assertThat(seesNothing.judge(new Command("ls > x"))).isInstanceOf(Verdict.Allowed.class);
    assertThat(policy.judge(new Command("ls > x"))).isInstanceOf(Verdict.NeedsConfirmation.class);
  }

  @Test
  void shouldNeverShowACommandInItsNames() {
    assertThat(new Command("cat secret")).asString().doesNotContain("secret");
    assertThat(((Verdict.Allowed) policy.judge(new Command("cat secret"))).authorize())
        .asString()
        .doesNotContain("secret");
  }
}
