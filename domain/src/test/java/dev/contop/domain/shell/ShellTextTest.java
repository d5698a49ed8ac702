package dev.contop.domain.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextTest {

  private static final String ALPHABET =
      "rm ls -'\"\\$`;&|<>(){}[]*?~#!=\n\r\t\u0000é%09azAZ_ifthenfidodoneforincaseesac";

  /** What is read of a text, written down as a sketch. “␤” is the end of a line, “␉” a tab. */
  @Test
  void shouldReadAsAShellDoes() throws IOException {
    List<String> lines;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ShellTextTest.class.getResourceAsStream("sketches.txt")),
                StandardCharsets.UTF_8))) {
      lines = reader.lines().toList();
    }

    assertThat(lines).hasSizeGreaterThan(200).filteredOn(line -> !isTrue(line)).isEmpty();
  }

  private static boolean isTrue(String line) {
    int arrow = line.indexOf(" ⇒");
    String text = line.substring(0, arrow).replace('␤', '\n').replace('␉', '\t');
    return (line.substring(0, arrow) + " ⇒ " + Sketch.of(text)).strip().equals(line);
  }

  @Test
  void shouldKeepTheSourceOfWhatItReads() {
    Node.Sequence script = (Node.Sequence) ShellText.read("ls; rm  -r x");
    Node.Sequence list = (Node.Sequence) script.parts().get(0);
    Node.Simple second = (Node.Simple) list.parts().get(1);

    assertThat(second.source()).hasToString("rm  -r x");
    assertThat(second.words().get(1).source()).hasToString("-r");
    assertThat(second.words().get(0).source().through(second.words().get(2).source()))
        .hasToString("rm  -r x");
    assertThat(second.words().get(0).source().length()).isEqualTo(2);
    assertThat(second.source().start(2)).isEqualTo("rm");
    assertThat(second.source().start(99)).isEqualTo("rm  -r x");
  }

  @Test
  void shouldReadUpToItsLimitAndNotBeyond() {
    assertThat(Sketch.of("a".repeat(ShellText.LONGEST))).startsWith("<aaa");
    assertThat(Sketch.of("a".repeat(ShellText.LONGEST + 1)))
        .isEqualTo("?(more text than is followed at 0)");
  }

  @Test
  void shouldFollowNestingUpToItsLimitAndNotBeyond() {
    // Each parenthesis is a command and a list.
    int most = Bounds.DEPTH / 2;

    assertThat(Sketch.of("( ".repeat(most - 1) + "a" + " )".repeat(most - 1))).doesNotContain("?(");
    assertThat(Sketch.of("( ".repeat(most) + "a" + " )".repeat(most)))
        .contains("more nesting than is followed");
  }

  @Test
  void shouldLeaveEachNestingBehindIt() {
    String each = "(a);{ a;};$(a);`a`;${a};$((1));f() { a; };if a; then a; fi;<(a);";

    assertThat(Sketch.of(each.repeat(Bounds.DEPTH))).doesNotContain("?(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "( ",
        "$(",
        "$( ",
        "${",
        "${x:-",
        "$((",
        "`",
        "\"",
        "'",
        "\"$(",
        "{ ",
        "if ",
        "while ",
        "case x in a) ",
        "f() ",
        "f() { ",
        "! ",
        "time ",
        "a|",
        "a&&",
        "a;",
        "a&",
        "<(",
        "a <<E ",
        "a <<E\n",
        "<<<",
        ">",
        "\\",
        "\\\n",
        "[[ ",
        "[",
        "{",
        "{a,",
        "x=(",
        "x=",
        "$'",
        "$'\\x",
        "~",
        "#",
        "\n",
        "1",
        "12345",
        "1>",
        "for i in ",
        "\\`",
        "a\\\n",
        "${x:-\"",
        "\"${x:-\"",
        "& ",
        "elif ",
        "a b ",
        "$",
        "$x",
        "*",
        "é",
        "function f "
      })
  void shouldTakeTimeInProportionWhateverIsRepeated(String part) {
    Bounds bounds = new Bounds();
    String text = part.repeat(ShellText.LONGEST / part.length());

    // When
    Node read = ShellText.read(text, bounds);

    // Then
    assertThat(read).isNotNull();
    assertThat(bounds.steps()).isLessThan(Bounds.STEPS / 2);
  }

  @Test
  void shouldStopCountingAtItsLimit() {
    Bounds bounds = new Bounds();

    for (int i = 0; i < Bounds.STEPS; i++) {
      assertThat(bounds.step()).isTrue();
    }
    assertThat(bounds.step()).isFalse();
    assertThat(Sketch.of(ShellText.read("ls", bounds)))
        .startsWith("?(more than is followed at 0)")
        .doesNotContain("ls");
  }

  @Test
  void shouldReadAnyTextWithoutThrowing() {
    Random random = new Random(7);
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int k = 0; k < length; k++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      assertThat(Sketch.of(text.toString())).isNotNull();
    }
  }
}
