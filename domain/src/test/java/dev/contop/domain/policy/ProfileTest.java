package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {

  @Test
  void shouldAskForEverythingIfToldSo() {
    CommandJudge judge = judge(Profile.ASK_ALWAYS);

    assertThat(judge.judge("ls"))
        .isEqualTo(new Judgement.Asks("This computer asks before every command."));
    assertThat(judge.judge("mkdir x")).isInstanceOf(Judgement.Asks.class);
    assertThat(judge.judge("rm x")).isEqualTo(new Judgement.Asks("“rm x” deletes files."));
    assertThat(judge.judge("rm -rf /")).isInstanceOf(Judgement.Refused.class);
  }

  @Test
  void shouldOnlyLookIfToldSo() {
    CommandJudge judge = judge(Profile.READ_ONLY);

    assertThat(judge.judge("ls")).isEqualTo(new Judgement.Harmless());
    assertThat(judge.judge("mkdir x"))
        .isEqualTo(
            new Judgement.Refused(
                "“mkdir x” makes a new folder, and only what looks may run here."));
    assertThat(judge.judge("rm x"))
        .isEqualTo(
            new Judgement.Refused("“rm x” deletes files, and only what looks may run here."));
    assertThat(judge.judge("rm -rf /"))
        .isEqualTo(
            new Judgement.Refused("“rm -rf /” would delete what this computer needs to run."));
  }

  @Test
  void shouldLetLookingAndCreatingRunOtherwise() {
    CommandJudge judge = judge(Profile.ASK);

    assertThat(judge.judge("ls")).isEqualTo(new Judgement.Harmless());
    assertThat(judge.judge("mkdir x")).isInstanceOf(Judgement.Creates.class);
  }

  @Test
  void shouldBeFoundByItsName() {
    for (Profile profile : Profile.values()) {
      assertThat(Profile.named(profile.optionName())).contains(profile);
    }
    assertThat(Profile.named("ask-always")).contains(Profile.ASK_ALWAYS);
    assertThat(Profile.named("read-only")).contains(Profile.READ_ONLY);
    assertThat(Profile.named("never")).isEmpty();
  }

  private static CommandJudge judge(Profile profile) {
    return new CommandJudge(profile, UserRules.NONE, Corpus::look);
  }
}
