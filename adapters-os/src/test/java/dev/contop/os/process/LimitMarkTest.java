package dev.contop.os.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitMarkTest {

  private static final String LIMITS =
      """
      Limit                     Soft Limit           Hard Limit           Units
      Max cpu time              unlimited            unlimited            seconds
      Max msgqueue size         700001               800002               bytes
      Max nice priority         0                    0
      """;

  @Test
  void shouldReadTheLimitsOfAProcess() {
    assertThat(LimitMark.parse(LIMITS)).contains(new LimitMark(700_001, 800_002));
    assertThat(LimitMark.parse(LIMITS.replace("700001", "unlimited")))
        .contains(new LimitMark(Long.MAX_VALUE, 800_002));
  }

  @Test
  void shouldReadNothingFromWhatIsNoSuchFile() {
    assertThat(LimitMark.parse("")).isEmpty();
    assertThat(LimitMark.parse(LIMITS.replace("700001", "many"))).isEmpty();
  }

  @Test
  void shouldDrawOneThatAChildMayHaveAndThisProcessHasNot() {
    // When
    Optional<LimitMark> drawn = LimitMark.draw();

    // Then
    assertThat(drawn).isPresent();
    assertThat(drawn.get().soft()).isPositive().isLessThan(drawn.get().hard());
    assertThat(drawn.get().isOn(ProcFolder.of(ProcessHandle.current().pid()))).isFalse();
    assertThat(LimitMark.draw()).isNotEqualTo(drawn);
  }
}
