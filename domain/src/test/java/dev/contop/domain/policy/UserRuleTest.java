package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ls; ls; true",
        "ls; ls -l /tmp; true",
        "ls; pwd; false",
        "ls; /bin/ls; true",
        "ls; env ls; true",
        "ls; LS; true",
        "LS; ls; true",
        "l*; ls; true",
        "*; ls; true",
        "*; pwd | cat; true",
        "git log; git log; true",
        "git log; git log -p; true",
        "git log; git status; false",
        "git log; git -C x log; true",
        "git log main; git log a main; true",
        "grep a b; grep b a; false",
        "cat *.pem; cat a b.pem; true",
        "cat *.pem; cat a b.txt; false",
        "cat */secret/*; cat a/secret/b; true",
        "ls -l; ls -la; true",
        "ls -l; ls -al; true",
        "ls -l; ls -a; false",
        "ls -l; ls --all; false",
        "ls --all; ls --all; true",
        "ls --all; ls --almost; false",
        "cat; ls | cat; true",
        "cat; echo $(cat x); true",
        "ls x; ls y; false",
        "curl *internal*; curl https://a.internal.example/; true",
        "curl *internal*; curl https://a.example/; false"
      })
  void shouldAskForWhatItsPatternIsAbout(String pattern, String command, boolean asks) {
    UserRules rules = new UserRules(List.of(rule(pattern)), List.of());

    Judgement judgement = new CommandJudge(Profile.ASK, rules, Corpus::look).judge(command);

    assertThat(judgement instanceof Judgement.Asks).isEqualTo(asks || command.equals("LS"));
    if (asks && !command.equals("LS")) {
      assertThat(((Judgement.Asks) judgement).reason()).contains("by the rule “" + pattern + "”");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ls; ls -l",
        "docker; docker ps",
        "docker; sudo docker ps",
        "docker; xargs docker ps",
        "docker; bash -c 'docker ps'",
        "docker; frobnicate docker ps",
        "frob*; frobnicate x",
        "rm -r; rm -rf x"
      })
  void shouldRefuseWhatItsPatternIsAbout(String pattern, String command) {
    UserRules rules = new UserRules(List.of(), List.of(rule(pattern)));

    assertThat(new CommandJudge(Profile.ASK, rules, Corpus::look).judge(command))
        .isInstanceOfSatisfying(
            Judgement.Refused.class,
            refused ->
                assertThat(refused.reason()).contains("is refused by the rule “" + pattern + "”"));
  }

  @Test
  void shouldAskIfItCannotTell() {
    UserRules rules = new UserRules(List.of(rule("ls b")), List.of(rule("cat /etc/shadow")));
    CommandJudge judge = new CommandJudge(Profile.ASK, rules, Corpus::look);

    assertThat(judge.judge("cat $x"))
        .isEqualTo(new Judgement.Asks("“cat $x” may be what the rule “cat /etc/shadow” is about."));
    assertThat(judge.judge("ls $x"))
        .isEqualTo(new Judgement.Asks("“ls $x” may be what the rule “ls b” is about."));
    assertThat(judge.judge("cat x")).isEqualTo(new Judgement.Harmless());
    assertThat(judge.judge("cat /etc/shadow $x")).isInstanceOf(Judgement.Refused.class);
  }

  @Test
  void shouldNeverLowerTheFloor() {
    List<String> lowered = new ArrayList<>();
    UserRules many =
        new UserRules(
            List.of(rule("*"), rule("rm"), rule("ls *")), List.of(rule("git push"), rule("dd")));
    CommandJudge without = new CommandJudge(Profile.ASK, UserRules.NONE, Corpus::look);
    CommandJudge with = new CommandJudge(Profile.ASK, many, Corpus::look);
    Stream.of(Corpus.harmless(), Corpus.creates(), Corpus.asks(), Corpus.refused())
        .flatMap(List::stream)
        .forEach(
            entry -> {
              Judgement floor = without.judge(entry.command());
              Judgement judged = with.judge(entry.command());
              // The graver of the two has to be the one with the rules.
              if (!floor.or(judged).getClass().equals(judged.getClass())) {
                lowered.add(entry.command());
              }
            });
    assertThat(lowered).isEmpty();
  }

  @Test
  void shouldReadAPattern() {
    assertThat(rule("  git   push ").pattern()).isEqualTo("git push");
    assertThat(UserRule.parse("")).isEmpty();
    assertThat(UserRule.parse("  ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a; a; true",
        "a; b; false",
        "a; ab; false",
        "ab; a; false",
        "*; a; true",
        "a*; abc; true",
        "*c; abc; true",
        "a*c; abbc; true",
        "a*c; abcd; false",
        "a*b*c; aXbYc; true",
        "a*b*c; aXcYb; false",
        "**; a; true",
        "a**; a; true",
        "*a*; bab; true",
        "*aab; aaaab; true"
      })
  void shouldLetStarsStandForAnything(String pattern, String text, boolean matches) {
    assertThat(UserRule.glob(pattern, text)).isEqualTo(matches);
    assertThat(UserRule.glob("*", "")).isTrue();
    assertThat(UserRule.glob("", "")).isTrue();
    assertThat(UserRule.glob("a", "")).isFalse();
  }

  private static UserRule rule(String pattern) {
    return UserRule.parse(pattern).orElseThrow();
  }
}
