package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Captions as browsers read them (T75). */
class WebVttTest {

  @Test
  void shouldShowWordsFromTheirMomentForAsLongAsTheyTakeToRead() {
    assertThat(WebVtt.cue(Duration.ofMillis(3_723_045), "Runs: ls"))
        .isEqualTo("01:02:03.045 --> 01:02:07.045\nRuns: ls\n\n");
    assertThat(WebVtt.cue(Duration.ZERO, "x".repeat(120)))
        .startsWith("00:00:00.000 --> 00:00:06.000\n");
  }

  @Test
  void shouldShowWhatCameBeforeTheBeginningAtTheBeginning() {
    assertThat(WebVtt.cue(Duration.ofSeconds(-1), "a")).startsWith("00:00:00.000 --> ");
  }

  @Test
  void shouldLeaveNothingThatMeansSomethingToWebVtt() {
    // When
    String cue =
        WebVtt.cue(
            Duration.ZERO,
            "<b>a</b> && b\r\n\r\n  \n00:00:01.000 --> 00:00:02.000\n\u0007c\u2028d");

    // Then
    assertThat(cue)
        .isEqualTo(
            """
            00:00:00.000 --> 00:00:04.000
            &lt;b&gt;a&lt;/b&gt; &amp;&amp; b
            00:00:01.000 --&gt; 00:00:02.000
             c
            d

            """);
  }

  @Test
  void shouldMakeOneCueOfAnyWords() {
    for (String words :
        new String[] {"", "\n\n\n", " \n \n", "a\n\n\nb", "\r\r", "NOTE", "STYLE\n\n"}) {
      String cue = WebVtt.cue(Duration.ZERO, words);
      assertThat(Arrays.stream(cue.split("\n\n", -1)).filter(block -> !block.isEmpty()))
          .as(words)
          .hasSize(1);
      assertThat(cue.split("\n", -1)[1]).as(words).isNotBlank();
    }
  }

  @Test
  void shouldCutWhatNobodyCanReadInTime() {
    // When
    String cue = WebVtt.cue(Duration.ZERO, "x".repeat(599) + "😀".repeat(100));

    // Then
    assertThat(cue).endsWith("x…\n\n").hasSizeLessThan(700);
  }
}
