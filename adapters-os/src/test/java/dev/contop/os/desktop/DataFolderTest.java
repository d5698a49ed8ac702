package dev.contop.os.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.os.files.StoreUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  private static final Path HOME = Path.of("/home/ada");

  @TempDir private Path parent;

  @Test
  void shouldFollowThePlatform() {
    // When / Then
    assertThat(DataFolder.usual("Linux", HOME, Map.of()))
        .isEqualTo(Path.of("/home/ada/.local/share/contop-host"));
    assertThat(DataFolder.usual("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/contop-host"));
    assertThat(DataFolder.usual("Linux", HOME, Map.of("XDG_DATA_HOME", "not/absolute")))
        .isEqualTo(Path.of("/home/ada/.local/share/contop-host"));
    assertThat(DataFolder.usual("Mac OS X", HOME, Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Contop Host"));
    assertThat(DataFolder.usual("Windows 11", HOME, Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/Contop Host"));
    assertThat(DataFolder.usual("Windows 11", HOME, Map.of()))
        .isEqualTo(Path.of("/home/ada/AppData/Roaming/Contop Host"));
  }

  @Test
  void shouldBeMadeForItsOwnerAlone() throws IOException, StoreUnusable {
    // Given
    Path folder = parent.resolve("a/b/c");

    // When
    DataFolder.prepare(folder);
    DataFolder.prepare(folder);

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldSayWhyItCannotBeUsed() throws IOException {
    // Given
    Path file = Files.writeString(parent.resolve("file"), "");

    // When / Then
    assertThatExceptionOfType(StoreUnusable.class)
        .isThrownBy(() -> DataFolder.prepare(file))
        .withMessageContaining("a file is in its place")
        .withMessageContaining("--data-dir");
    assertThatExceptionOfType(StoreUnusable.class)
        .isThrownBy(() -> DataFolder.prepare(Path.of("/proc/contop")));
  }
}
