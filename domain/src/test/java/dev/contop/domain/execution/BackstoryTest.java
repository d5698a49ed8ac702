package dev.contop.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.execution.Backstory.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackstoryTest {

  private static final Entry OLD = new Entry("user", "one");
  private static final Entry NEW = new Entry("", "two");

  @Test
  void shouldKeepAllThatFits() {
    assertThat(Backstory.of(List.of(OLD, NEW), 10).entries()).containsExactly(OLD, NEW);
  }

  @Test
  void shouldKeepTheNewestOfWhatDoesNotFit() {
    assertThat(Backstory.of(List.of(OLD, NEW), 9).entries()).containsExactly(NEW);
    assertThat(Backstory.of(List.of(OLD, NEW), 3).entries()).containsExactly(NEW);
    assertThat(Backstory.of(List.of(OLD, NEW), 2)).isEqualTo(Backstory.NONE);
  }

  @Test
  void shouldKeepNothingThatComesBeforeAGap() {
    // Given something long between two that would fit
    List<Entry> entries = List.of(OLD, new Entry("", "x".repeat(50)), NEW);

    // Then
    assertThat(Backstory.of(entries, 20).entries()).containsExactly(NEW);
  }

  @Test
  void shouldShowNothingInALog() {
    assertThat(OLD.toString()).doesNotContain("one");
    assertThat(new Intent("secret").toString()).doesNotContain("secret");
    assertThat(new Picture(Picture.Format.PNG, "secret").toString()).doesNotContain("secret");
  }
}
