package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** T55: the packed host keeps its log, and the packed program checks it. */
@Timeout(120)
class AuditIT {

  @TempDir Path work;

  @Test
  void shouldKeepALogThatCanBeChecked() throws Exception {
    // Given
    try (HostProcess host = start()) {
      host.pair();
      host.terminate();
    }
    List<Path> files = files();

    // When
    String text = Files.readString(files.get(files.size() - 1));
    Verified verified = verify(files);

    // Then
    assertThat(text.lines().map(line -> line.replaceFirst(".*\"kind\":\"([a-z_]+)\".*", "$1")))
        .containsSubsequence("host_started", "paired", "paired", "host_stopped");
    assertThat(verified.said()).startsWith("OK: 4 lines, numbers 1 to 4");
    assertThat(verified.status()).isZero();

    // When
    Files.writeString(
        files.get(0), Files.readString(files.get(0)).replaceFirst("\"temp\"", "\"temq\""));

    // Then
    assertThat(verify(files).said()).contains(":2: broken (hash_mismatch)");
    assertThat(verify(files).status()).isEqualTo(1);
  }

  @Test
  void shouldContinueTheChainOfAHostThatWasKilled() throws Exception {
    // Given
    try (HostProcess host = start()) {
      ProcessHandle.of(host.pid()).orElseThrow().destroyForcibly();
    }

    // When
    try (HostProcess host = start()) {
      host.terminate();
    }

    // Then
    assertThat(verify(files()).status()).isZero();
  }

  private HostProcess start() throws IOException {
    Path data = work.resolve("data");
    return HostProcess.await(
        HostProcess.command(
            work,
            List.of(
                "--port=0",
                "--admin-port=0",
                "--ice-server=none",
                "--screen=test-pattern",
                "--data-dir=" + data)),
        work,
        data);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(work.resolve("data").resolve("audit"))) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private record Verified(int status, String said) {}

  private Verified verify(List<Path> files) throws Exception {
    List<String> words = new ArrayList<>(List.of("audit", "verify"));
    files.forEach(file -> words.add(file.toString()));
    Process process = HostProcess.command(work, words).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verified(process.waitFor(), said);
  }
}
