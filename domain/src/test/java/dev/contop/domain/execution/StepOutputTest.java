package dev.contop.domain.execution;

import static dev.contop.domain.execution.OutputStreamKind.STDERR;
import static dev.contop.domain.execution.OutputStreamKind.STDOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.chain.Chain;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepOutputTest {

  private static final int PLENTY = 100_000;

  @Test
  void shouldKeepBothStreamsApartAndWhole() {
    // When
    StepOutput output = StepOutput.empty(100).plus(STDOUT, "a").plus(STDERR, "x").plus(STDOUT, "b");

    // Then
    assertThat(output.texts(PLENTY)).isEqualTo(new StepOutput.Texts("ab", "x", false));
    assertThat(output.left()).isEqualTo(97);
    assertThat(output.cut()).isFalse();
  }

  @Test
  void shouldTakeExactlyTheCap() {
    // When
    StepOutput output = StepOutput.empty(5).plus(STDOUT, "hello");

    // Then
    assertThat(output.cut()).isFalse();
    assertThat(output.left()).isZero();
    assertThat(output.plus(STDOUT, "").cut()).isFalse();
    assertThat(output.plus(STDOUT, "!").cut()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,''", "1,''", "3,''", "4,😀", "5,😀", "7,😀", "8,😀😀"})
  void shouldNeverCutACharacterInTwo(int cap, String kept) {
    // When
    StepOutput output = StepOutput.empty(cap).plus(STDOUT, "😀😀😀");

    // Then
    assertThat(output.texts(PLENTY).stdout()).isEqualTo(kept + StepOutput.CUT_NOTE);
  }

  @Test
  void shouldTakeNothingMoreOnceItIsCut() {
    // Given
    StepOutput cut = StepOutput.empty(5).plus(STDOUT, "😀😀");
    assertThat(cut.cut()).isTrue();

    // When: a byte would still fit, but what came before it is missing
    StepOutput after = cut.plus(STDOUT, "a").plus(STDERR, "b");

    // Then
    assertThat(after).isEqualTo(cut);
  }

  @Test
  void shouldCostNothingMoreOnceItIsCut() {
    // Given
    StepOutput output = StepOutput.empty(1).plus(STDOUT, "ab");

    // When
    for (int i = 0; i < 1000; i++) {
      output = output.plus(STDOUT, "more").plus(STDERR, "more");
    }

    // Then
    assertThat(output.stdout().size() + output.stderr().size()).isEqualTo(1);
  }

  @Test
  void shouldSayThatMoreWasThrownAway() {
    // When
    StepOutput output = StepOutput.empty(100).plus(STDOUT, "a").truncated();

    // Then
    assertThat(output.texts(PLENTY))
        .isEqualTo(new StepOutput.Texts("a" + StepOutput.CUT_NOTE, "", true));
    assertThat(output.truncated()).isEqualTo(output);
    assertThat(output.fitting("more")).isEmpty();
  }

  @Test
  void shouldLeaveErrorsAQuarterOfTheRoomWhenOutputIsLong() {
    // Given
    StepOutput output =
        StepOutput.empty(PLENTY).plus(STDOUT, "o".repeat(10_000)).plus(STDERR, "e".repeat(10_000));

    // When
    StepOutput.Texts texts = output.texts(1000);

    // Then
    assertThat(texts.stderr()).isEqualTo("e".repeat(250));
    assertThat(texts.stdout()).isEqualTo("o".repeat(750) + StepOutput.CUT_NOTE);
  }

  @Test
  void shouldGiveErrorsWhatOutputDoesNotNeed() {
    // Given
    StepOutput output =
        StepOutput.empty(PLENTY).plus(STDOUT, "o".repeat(10)).plus(STDERR, "e".repeat(10_000));

    // When
    StepOutput.Texts texts = output.texts(1000);

    // Then
    assertThat(texts.stderr()).isEqualTo("e".repeat(990));
    assertThat(texts.stdout()).isEqualTo("o".repeat(10) + StepOutput.CUT_NOTE);
    assertThat(texts.cut()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'\"',2", "'\\',2", "a,1", "ä,2", "€,3", "😀,4"})
  void shouldCountWhatAMessageTakesInJson(String character, int bytes) {
    // Given
    StepOutput output = StepOutput.empty(PLENTY).plus(STDOUT, character.repeat(100));

    // Then
    assertThat(output.texts(100 * bytes).cut()).isFalse();
    assertThat(output.texts(100 * bytes - 1).cut()).isTrue();
  }

  @Test
  void shouldCountControlCharactersAsSix() {
    // Given
    StepOutput output = StepOutput.empty(PLENTY).plus(STDOUT, "\u0001\n\u2028\u001b");

    // Then
    assertThat(output.texts(24).cut()).isFalse();
    assertThat(output.texts(23).cut()).isTrue();
  }

  @Test
  void shouldKeepWithinEveryBudgetWhateverIsWritten() {
    // Given
    Random random = new Random(7);
    String[] alphabet = {"a", "\"", "\\", "\n", "\u0000", "ä", "€", "😀", "\u2028"};
    for (int run = 0; run < 500; run++) {
      int cap = random.nextInt(300);
      int budget = random.nextInt(400);
      StepOutput output = StepOutput.empty(cap);

      // When
      for (int i = 0; i < 60; i++) {
        output =
            output.plus(
                random.nextBoolean() ? STDOUT : STDERR,
                alphabet[random.nextInt(alphabet.length)].repeat(random.nextInt(9)));
      }
      StepOutput.Texts texts = output.texts(budget);

      // Then
      assertThat(bytes(output.stdout()) + bytes(output.stderr())).isLessThanOrEqualTo(cap);
      String told = texts.stdout().replace(StepOutput.CUT_NOTE, "") + texts.stderr();
      assertThat(json(told)).isLessThanOrEqualTo(budget);
      assertThat(new String(told.getBytes(UTF_8), UTF_8)).as("whole characters").isEqualTo(told);
      assertThat(String.join("", output.stderr().oldestFirst())).startsWith(texts.stderr());
    }
  }

  private static int bytes(Chain<String> chain) {
    return String.join("", chain.oldestFirst()).getBytes(UTF_8).length;
  }

  /** The longest form that a JSON writer may choose. */
  private static int json(String text) {
    return text.codePoints()
        .map(
            c -> {
              if (c < 0x20 || c == 0x2028 || c == 0x2029) {
                return 6;
              }
              return c == '"' || c == '\\' ? 2 : Character.toString(c).getBytes(UTF_8).length;
            })
        .sum();
  }
}
