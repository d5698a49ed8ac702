package dev.contop.os.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.door.Secret;
import dev.contop.os.files.StoreUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminHeaderFileTest {

  @TempDir private Path folder;

  private Secret renewed() throws StoreUnusable {
    Secret fresh = AdminHeaderFile.draw();
    AdminHeaderFile.write(folder, fresh);
    return fresh;
  }

  @Test
  void shouldBeReadableByItsOwnerAlone() throws Exception {
    // When
    Secret secret = renewed();

    // Then
    Path file = folder.resolve(AdminHeaderFile.NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).hasContent("Authorization: Bearer " + secret.value());
    assertThat(AdminHeaderFile.read(folder)).contains(secret);
  }

  @Test
  void shouldBeAnotherAtEachStart() throws Exception {
    Secret first = renewed();
    Secret second = renewed();

    assertThat(second).isNotEqualTo(first);
    assertThat(AdminHeaderFile.read(folder)).contains(second);
  }

  @Test
  void shouldGoWithTheHost() throws Exception {
    renewed();

    AdminHeaderFile.remove(folder);
    AdminHeaderFile.remove(folder);

    assertThat(AdminHeaderFile.read(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldNotBeTakenFromAFileOfAnotherKind() throws Exception {
    for (String content :
        new String[] {"", "nonsense", "Authorization: Bearer short", "x".repeat(999)}) {
      Files.writeString(folder.resolve(AdminHeaderFile.NAME), content);
      assertThat(AdminHeaderFile.read(folder)).isEmpty();
    }
  }

  @Test
  void shouldSayThatTheFolderCannotBeUsed() {
    assertThatThrownBy(
            () -> AdminHeaderFile.write(folder.resolve("missing"), AdminHeaderFile.draw()))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("--data-dir");
  }
}
