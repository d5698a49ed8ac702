package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The peers' scripts at least compile where the peers are not installed. */
class ScriptsTest {

  @TempDir Path work;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scene.py",
        "peers/signaling.py",
        "peers/relay.py",
        "peers/gstreamer.py",
        "peers/rtc.py"
      })
  void shouldCompile(String name) throws IOException, InterruptedException {
    // Given
    Path script = Resources.unpack(name, work);
    Path errors = work.resolve("errors");

    // When
    int status =
        new ProcessBuilder("/usr/bin/python3", "-m", "py_compile", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile())
            .start()
            .waitFor();

    // Then
    assertThat(status).as(Files.readString(errors)).isZero();
  }
}
