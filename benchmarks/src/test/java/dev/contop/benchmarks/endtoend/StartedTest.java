package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedTest {

  @TempDir Path work;

  @Test
  void shouldEndAllThatAProgramStarted() throws IOException {
    // Given
    Started program = shell("sleep 600 & sleep 600 & echo ready $!; wait");
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(program.firstLine().substring(6))).orElseThrow();
    assertThat(child.isAlive()).isTrue();

    // When
    program.close();

    // Then
    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(program.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void shouldSayWhyAProgramDidNotStart() {
    assertThatIOException()
        .isThrownBy(() -> shell("echo no such thing >&2; exit 1"))
        .withMessageContaining("no such thing");
  }

  @Test
  void shouldCountTheTimeOfChildrenThatAreGone() throws IOException {
    // Given
    try (Started program =
        shell("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; echo ready; sleep 600")) {
      // When
      ProcessTree tree = new ProcessTree(List.of(program.pid()));

      // Then
      assertThat(tree.cpuSeconds()).isGreaterThan(0.02);
      assertThat(tree.memory()).isBetween(0.1, 50.0);
    }
  }

  private Started shell(String script) throws IOException {
    return Started.speaking(
        new ProcessBuilder("/bin/sh", "-c", script), work.resolve("program.log"));
  }
}
