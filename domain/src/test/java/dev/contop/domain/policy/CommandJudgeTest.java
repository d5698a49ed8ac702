package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.shell.ShellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandJudgeTest {

  private final CommandJudge judge = new CommandJudge(Profile.ASK, UserRules.NONE, Corpus::look);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\n \n"})
  void shouldRefuseEmptiness(String text) {
    assertThat(judge.judge(text)).isEqualTo(new Judgement.Refused("There is no command in this."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls \ud83d", "ls \ude00", "echo '\ud83d'", "ls \u0000", "ls\u0000rm x"})
  void shouldRefuseWhatNoProgramCanBeGiven(String text) {
    assertThat(judge.judge(text))
        .isInstanceOfSatisfying(
            Judgement.Refused.class,
            refused -> assertThat(refused.reason()).contains("no program can be given"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls\rrm x",
        "ls \u001b[2J",
        "ls \u0085",
        "ls \u2028rm x",
        "ls \u2029rm x",
        "echo '\u202e'",
        "echo \u2066x",
        "echo \u200f",
        "echo \u061c",
        "ls \u0007"
      })
  void shouldAskForWhatIsInvisible(String text) {
    assertThat(judge.judge(text))
        .isInstanceOfSatisfying(
            Judgement.Asks.class,
            asks -> assertThat(asks.reason()).contains("invisible").doesNotContain("\u202e"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo 😀 é 日本語", "echo a\u200bb", "echo 👩\u200d👧", "ls\t-l\n"})
  void shouldLetOtherLettersBe(String text) {
    assertThat(judge.judge(text)).isEqualTo(new Judgement.Harmless());
  }

  @Test
  void shouldRefuseInvisiblyDisguisedRuinAsWell() {
    assertThat(judge.judge("rm -rf / \u202e")).isInstanceOf(Judgement.Refused.class);
  }

  @Test
  void shouldAskForWhatIsTooLong() {
    assertThat(judge.judge("ls " + "a".repeat(ShellText.LONGEST - 3)))
        .isEqualTo(new Judgement.Harmless());
    assertThat(judge.judge("ls " + "a".repeat(ShellText.LONGEST)))
        .isInstanceOfSatisfying(
            Judgement.Asks.class,
            asks -> assertThat(asks.reason()).contains("more text than is followed"));
  }

  @Test
  void shouldShowTheBeginningOfALongPartInWholeCharacters() {
    assertThat(judge.judge("rm " + "x".repeat(56) + "😀".repeat(9)))
        .isEqualTo(new Judgement.Asks("“rm " + "x".repeat(56) + "😀…” deletes files."));
    assertThat(judge.judge("rm " + "x".repeat(57)))
        .isEqualTo(new Judgement.Asks("“rm " + "x".repeat(57) + "” deletes files."));
  }

  @Test
  void shouldShowAPartOnOneLine() {
    assertThat(judge.judge("rm 'a\nb'")).isEqualTo(new Judgement.Asks("“rm 'a b'” deletes files."));
  }

  @Test
  void shouldGiveTheGravestReasonAndTheFirstOfThose() {
    assertThat(judge.judge("ls > new; rm a; kill 1; rm -rf /"))
        .isInstanceOfSatisfying(
            Judgement.Refused.class, refused -> assertThat(refused.reason()).contains("rm -rf /"));
    assertThat(judge.judge("ls > new; kill 1; rm a"))
        .isEqualTo(new Judgement.Asks("“kill 1” kills processes."));
    assertThat(judge.judge("mkdir a; ls > new"))
        .isEqualTo(new Judgement.Creates("“mkdir a” makes a new folder."));
  }

  @Test
  void shouldLookOnlyAtWhatIsWrittenTo() {
    List<String> looked = new ArrayList<>();
    CommandJudge noting =
        new CommandJudge(
            Profile.ASK,
            UserRules.NONE,
            path -> {
              looked.add(path);
              return LookAtFile.Seen.ABSENT;
            });

    noting.judge("cat a < b > c; ls > ~/d; ls > \"$HOME/e\"; ls > '~/f'; ls > $x; ls > ../g");

    assertThat(looked).containsExactly("c", "~/d", "~/e", "./~/f");
  }

  @Test
  void shouldNotFollowTooManyTextsWithinTexts() {
    assertThat(judge.judge("eval ".repeat(14) + "ls"))
        .isInstanceOfSatisfying(
            Judgement.Asks.class,
            asks -> assertThat(asks.reason()).contains("nested deeper than is followed"));
    assertThat(judge.judge("env ".repeat(11) + "ls")).isEqualTo(new Judgement.Harmless());
    assertThat(judge.judge("env ".repeat(12) + "ls"))
        .isInstanceOfSatisfying(
            Judgement.Asks.class,
            asks -> assertThat(asks.reason()).contains("nested deeper than is followed"));
  }

  @Test
  void shouldNotFollowTooManyCommands() {
    assertThat(judge.judge("ls;".repeat(4096))).isEqualTo(new Judgement.Harmless());
    assertThat(judge.judge("ls;".repeat(4097))).isInstanceOf(Judgement.Asks.class);
  }

  @Test
  void shouldJudgeAnyTextWithoutThrowing() {
    Random random = new Random(42);
    List<String> parts = new ArrayList<>();
    Corpus.asks().forEach(entry -> parts.addAll(List.of(entry.command().split("(?<= )"))));
    Corpus.harmless().forEach(entry -> parts.addAll(List.of(entry.command().split("(?<= )"))));
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(8);
      for (int k = 0; k < length; k++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      if (random.nextInt(3) == 0 && !text.isEmpty()) {
        text.deleteCharAt(random.nextInt(text.length()));
      }
      assertThat(judge.judge(text.toString())).isNotNull();
    }
  }
}
