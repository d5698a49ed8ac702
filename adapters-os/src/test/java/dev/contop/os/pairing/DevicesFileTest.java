package dev.contop.os.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.application.pairing.KeepDevices;
import dev.contop.application.pairing.KeepDevicesContract;
import dev.contop.application.pairing.NotKept;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class DevicesFileTest extends KeepDevicesContract {

  @TempDir private Path folder;

  @Override
  protected KeepDevices opened() {
    return new DevicesFile(folder.resolve("data"), () -> NOON);
  }

  private Path file() {
    return folder.resolve("data").resolve(DevicesFile.NAME);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void shouldBeItsOwnersAlone() throws Exception {
    // When
    opened().save(List.of(full("phone", 1)));

    // Then
    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
    assertThat(names()).containsExactly(DevicesFile.NAME);
  }

  @Test
  void shouldCloseAFileThatOthersCouldRead() throws Exception {
    // Given
    opened().save(List.of(full("phone", 1)));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    // When
    assertThat(opened().load()).hasSize(1);

    // Then
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  @Test
  void shouldHoldTheKeyAndNeverTheToken() throws Exception {
    // Given
    Token token = new RandomTokens().make();
    TokenKey key = new HmacTokenKeys().derive(token);
    Device device = bare("phone", 1);
    Device keyed =
        Device.of(
            new Pairing(
                device.id(),
                key,
                device.pairing().connection(),
                device.pairing().role(),
                device.pairing().expiresAt()));

    // When
    opened().save(List.of(keyed));

    // Then
    String text = Files.readString(file());
    assertThat(text).contains(HexFormat.of().formatHex(key.bytes()));
    assertThat(text).doesNotContain(token.secret());
    assertThat(opened().load().get(0).pairing().key().matches(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"version\":1}",
        "{\"version\":2,\"devices\":[]}",
        "{\"version\":1,\"devices\":{}}",
        "{\"version\":1,\"devices\":[7]}",
        "{\"version\":1,\"devices\":[{}]}",
        "{\"version\":1,\"devices\":[]}{}",
        "\u0000\u0000\u0000\u0000"
      })
  void shouldMoveAsideWhatItCannotUse(String content) throws Exception {
    // Given
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(file(), content);

    // When
    List<Device> devices = opened().load();

    // Then it starts with none, and works
    assertThat(devices).isEmpty();
    assertThat(names()).containsExactly("devices.json.corrupt-20300101T120000000Z");
    opened().save(List.of(bare("phone", 1)));
    assertThat(opened().load()).hasSize(1);
  }

  @Test
  void shouldTakeNoFileOfWhichOneFieldIsWrong() throws Exception {
    // Given
    opened().save(List.of(full("phone", 1), full("tablet", 2)));
    String whole = Files.readString(file());
    List<String> wrong =
        List.of(
            whole.replace("\"tablet\"", "\"a tablet\""),
            whole.replace("\"permanent\"", "\"forever\""),
            whole.replace("\"role\":\"view\"", "\"role\":\"root\""),
            whole.replace("0202020202", "02020202"),
            whole.replace("0202020202", "zz02020202"),
            whole.replace("2030-01-01T12:00:00.000000001Z", "soon"),
            whole.replace("\"path\":\"tailscale\"", "\"path\":\"pigeon\""),
            whole.replace("\"seen\":{", "\"seen\":3,\"other\":{"),
            whole.replace("\"own_name\":\"", "\"own_name\":7,\"other\":\""),
            whole.replace("\"device_id\":\"phone\"", "\"device_id\":null"));
    for (String content : wrong) {
      assertThat(content).isNotEqualTo(whole);
      Files.writeString(file(), content);

      // When / Then nobody is paired by a file that somebody has changed
      assertThat(opened().load()).as(content).isEmpty();
      assertThat(file()).doesNotExist();
      Files.delete(folder.resolve("data").resolve("devices.json.corrupt-20300101T120000000Z"));
    }
  }

  @Test
  void shouldNotReadAFileWithoutEnd() throws Exception {
    // Given
    Files.createDirectories(folder.resolve("data"));
    byte[] spaces = new byte[3 * 1024 * 1024];
    Arrays.fill(spaces, (byte) ' ');
    Files.write(file(), spaces);

    // When / Then
    assertThat(opened().load()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void shouldMoveAsideWhatIsNoFileAtAll() throws Exception {
    // Given
    Files.createDirectories(file().resolve("folder"));

    // When / Then
    assertThat(opened().load()).isEmpty();
    opened().save(List.of(bare("phone", 1)));
    assertThat(opened().load()).hasSize(1);
  }

  @Test
  void shouldNotFollowALinkElsewhere() throws Exception {
    // Given a file of somebody else's choosing
    opened().save(List.of(full("phone", 1)));
    Path elsewhere = Files.move(file(), folder.resolve("elsewhere.json"));
    Files.createSymbolicLink(file(), elsewhere);

    // When / Then
    assertThat(opened().load()).isEmpty();
    opened().save(List.of());
    assertThat(Files.readString(elsewhere)).contains("phone");
  }

  @Test
  void shouldSayInWordsWhyItCannotKeep() throws Exception {
    // Given a file where the folder should be
    Files.writeString(folder.resolve("data"), "");

    // When / Then
    assertThatExceptionOfType(NotKept.class)
        .isThrownBy(() -> opened().save(List.of(bare("phone", 1))))
        .withMessageContaining("cannot be written")
        .withMessageContaining("make its folder writable");
    assertThat(opened().load()).isEmpty();
  }

  @Test
  void shouldFindTheOldOrTheNewAfterACrashAtAnyByte() throws Exception {
    // Given what is on the disk at each step of writing the new one over the old one
    List<Device> before = List.of(full("phone", 1));
    List<Device> after = List.of(full("phone", 1), full("tablet", 2));
    opened().save(after);
    byte[] fresh = Files.readAllBytes(file());
    opened().save(before);
    Path unfinished = file().resolveSibling("." + DevicesFile.NAME + "123.new");
    for (int length = 0; length <= fresh.length; length++) {
      Files.write(unfinished, Arrays.copyOf(fresh, length));

      // When / Then the rename has not happened
      assertThat(opened().load()).isEqualTo(before);
      assertThat(unfinished).doesNotExist();
    }
    Files.write(file(), fresh);
    assertThat(opened().load()).isEqualTo(after);
    assertThat(new String(fresh, StandardCharsets.UTF_8)).endsWith("}\n");
  }
}
