package dev.contop.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.shell.ShellText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No text holds the judge up. */
@Timeout(60)
class PathologicalTextTest {

  private static final int FOUR_KIB = 4096;

  /** Some 1500 measurements unless {@code -Dcontop.soak} asks for more. */
  private static final int ROUNDS = 40 * Integer.getInteger("contop.soak", 1);

  /** A machine that does much else at the same time may take this much longer than a quiet one. */
  private static final long PATIENCE = 50;

  static final List<String> parts =
      List.of(
          "rm -rf x; ",
          "ls | ",
          "echo $(ls) ",
          "echo \"$(echo `ls`)\" ",
          "$(",
          "`",
          "((",
          "${x:-",
          "sudo ",
          "env ",
          "env -S ",
          "xargs rm ",
          "frobnicate rm -rf ",
          "bash -c 'ls' ",
          "eval ",
          "eval 'eval ",
          "find . -exec rm {} ; ",
          "f() { f; }; ",
          "f() { f | g & }; g() { h; }; ",
          "a=b ",
          "{a,b}",
          "<<E ",
          "cat <<E\n$(ls)\nE\n",
          "> x ",
          "a'b\"c' ",
          "\\",
          "\\\n",
          "if ls; then ",
          "[[ a ]] && ",
          "s/a/b/;",
          "*",
          "/",
          "../",
          "rm -rf /[a-z]*/{a,b}/../ ",
          "dd of=$x ",
          "git -C x ",
          "(",
          "{ ");

  private final UserRules rules =
      new UserRules(
          List.of(UserRule.parse("*a*b*c* *x*y*z*").orElseThrow()),
          List.of(UserRule.parse("r*m -r *").orElseThrow()));
  private final CommandJudge judge = new CommandJudge(Profile.ASK, rules, Corpus::look);

  @ParameterizedTest
  @FieldSource("parts")
  void shouldJudgeWhateverIsRepeatedUpToTheLimit(String part) {
    String text = part.repeat(ShellText.LONGEST / part.length());
    judge.judge(text);

    // When
    long began = System.nanoTime();
    Judgement judgement = judge.judge(text);

    // Then
    assertThat(judgement).isNotNull();
    assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
  }

  @Test
  void shouldJudgeFourKibibytesInUnderAMillisecond() {
    List<String> texts = parts.stream().map(part -> part.repeat(FOUR_KIB / part.length())).toList();
    long[] took = new long[ROUNDS * texts.size()];
    for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
      for (int i = 0; i < texts.size(); i++) {
        long began = System.nanoTime();
        judge.judge(texts.get(i));
        took[Math.max(round, 0) * texts.size() + i] = System.nanoTime() - began;
      }
    }

    Arrays.sort(took);
    long p99 = took[took.length * 99 / 100];

    System.out.printf(
        "policy: 4 KiB judged in %d µs (p50), %d µs (p99)%n",
        took[took.length / 2] / 1000, p99 / 1000);
    assertThat(p99).isLessThan(PATIENCE * 1_000_000);
  }
}
