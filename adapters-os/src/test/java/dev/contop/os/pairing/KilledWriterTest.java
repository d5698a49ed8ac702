package dev.contop.os.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.NotKept;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.TokenKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** T91: whoever is killed while it writes leaves a whole file, and never an older one. */
@Timeout(120)
final class KilledWriterTest {

  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
  private static final int KILLS = 8;

  @TempDir private Path folder;

  /** Writes without end: each file has devices that all bear its number. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws NotKept {
      DevicesFile file = new DevicesFile(Path.of(arguments[0]), () -> NOON);
      for (int number = Integer.parseInt(arguments[1]); ; number++) {
        file.save(generation(number));
        System.out.println(number);
        System.out.flush();
      }
    }
  }

  private static List<Device> generation(int number) {
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < 1 + number % 200; i++) {
      Pairing pairing =
          new Pairing(
              new DeviceId("phone-" + i),
              new TokenKey(new byte[32]),
              ConnectionType.PERMANENT,
              NOON);
      devices.add(
          new Device(
              pairing,
              Optional.of(Integer.toString(number)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false));
    }
    return devices;
  }

  @Test
  void shouldLeaveAWholeFileAndNeverAnOlderOne() throws Exception {
    Random random = new Random(4);
    int number = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      // Given a writer that is killed in the middle of something
      Process writer = start(number);
      int told = number;
      try {
        int after = 20 + random.nextInt(60);
        var lines = writer.inputReader();
        for (int i = 0; i < after; i++) {
          told = Integer.parseInt(lines.readLine());
        }
      } finally {
        // SIGKILL: no handler of the process runs.
        writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }

      // When
      List<Device> found = new DevicesFile(folder, () -> NOON).load();

      // Then what it said it had written is there, or something newer, as a whole
      assertThat(found).isNotEmpty();
      int is = Integer.parseInt(found.get(0).name().orElseThrow());
      assertThat(is).isGreaterThanOrEqualTo(told);
      assertThat(found).isEqualTo(generation(is));
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).containsExactly(folder.resolve(DevicesFile.NAME));
      }
      number = is + 1;
    }
  }

  private Process start(int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString(),
            Integer.toString(number))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
