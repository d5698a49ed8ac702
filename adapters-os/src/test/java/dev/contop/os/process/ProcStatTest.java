package dev.contop.os.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcStatTest {

  private static final String REST = " 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4711 0 0";

  @Test
  void shouldReadNamesThatLookLikeFields() {
    // When
    ProcStat stat = ProcStat.parse(9, "9 (a) S 2 (b\n) S" + REST).orElseThrow();

    // Then
    assertThat(stat).isEqualTo(new ProcStat(9, 1, 7, 4711, true));
  }

  @Test
  void shouldTakeZombiesForDeadUnlessTheirThreadsLive() {
    // When / Then
    assertThat(ProcStat.parse(9, "9 (a) Z" + REST).orElseThrow().alive()).isFalse();
    assertThat(ProcStat.parse(9, "9 (a) Z" + REST.replace(" 20 0 1 0", " 20 0 2 0")))
        .get()
        .matches(ProcStat::alive);
  }

  @Test
  void shouldNotTakeRubbishForAProcess() {
    // When / Then
    assertThat(ProcStat.parse(9, "")).isEmpty();
    assertThat(ProcStat.parse(9, "9 (a)")).isEmpty();
    assertThat(ProcStat.parse(9, "9 (a) S 1 2")).isEmpty();
    assertThat(ProcStat.parse(9, "9 (a) S" + REST.replace("4711", "x"))).isEmpty();
  }

  @Test
  void shouldReadThisVeryProcess() {
    // Given
    long pid = ProcessHandle.current().pid();

    // When
    ProcStat stat = ProcStat.read(pid).orElseThrow();

    // Then
    assertThat(stat.alive()).isTrue();
    assertThat(stat.parent())
        .isEqualTo(ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L));
  }
}
