package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another user of this computer pairs nothing (T93). */
@Timeout(120)
class LoopbackIT {

  private static final String ASK =
      "exec 3<>/dev/tcp/127.0.0.1/PORT;"
          + " printf 'POST /api/pair?connection_type=temp HTTP/1.1\\r\\nHost: 127.0.0.1:PORT\\r\\n"
          + "HEADERConnection: close\\r\\n\\r\\n' >&3; read -r line <&3; echo \"$line\"";

  /** What the host answers first to a program of ours, or of another user, where we may be both. */
  private static String asked(boolean byAnother, HostProcess host, String header)
      throws IOException {
    String script =
        ASK.replace("PORT", Integer.toString(host.adminPort())).replace("HEADER", header);
    List<String> shell = List.of("bash", "-c", script);
    ProcessBuilder builder = new ProcessBuilder(shell);
    if (byAnother) {
      builder.command(
          "setpriv", "--reuid=54321", "--regid=54321", "--clear-groups", "bash", "-c", script);
    }
    Process asking = builder.redirectErrorStream(true).start();
    return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void shouldPairForItsOwnUserOrWhoeverHasTheSecretOnly() throws Exception {
    // Only root can be two users; for anybody else both are the same, and are let in.
    boolean root = System.getProperty("user.name", "").equals("root");
    try (Rig rig = Rig.start("otheruser", 1280, 720)) {
      Path file = rig.host.dataFolder().resolve("admin-header");
      String header = Files.readString(file).strip() + "\\r\\n";

      assertThat(asked(false, rig.host, "")).startsWith("HTTP/1.1 200");
      assertThat(asked(root, rig.host, "")).startsWith(root ? "HTTP/1.1 401" : "HTTP/1.1 200");
      assertThat(asked(root, rig.host, header)).startsWith("HTTP/1.1 200");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.host.dataFolder())))
          .isEqualTo("rwx------");

      rig.host.terminate();
      assertThat(file).doesNotExist();
    }
  }
}
