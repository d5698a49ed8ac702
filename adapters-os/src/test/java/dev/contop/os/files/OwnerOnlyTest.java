package dev.contop.os.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerOnlyTest {

  @TempDir private Path folder;

  @Test
  void shouldReplaceAFileAsAWhole() throws IOException {
    // Given
    Path file = folder.resolve("file");
    OwnerOnly.write(file, new byte[100_000]);

    // When
    OwnerOnly.write(file, new byte[] {1, 2, 3});

    // Then
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldLeaveNothingBehindWhenItFails() throws IOException {
    // Given
    Path inTheWay = Files.createDirectories(folder.resolve("file/with/content"));

    // When / Then
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> OwnerOnly.write(folder.resolve("file"), new byte[1]));
    assertThat(inTheWay).exists();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void shouldTightenOnlyWhatIsLoose() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("file"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    // When / Then
    assertThat(OwnerOnly.tighten(file)).isTrue();
    assertThat(OwnerOnly.tighten(file)).isFalse();
  }
}
