package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starting, refusing to start, and stopping without leaving anything behind. */
@Timeout(120)
class LifecycleIT {

  @Test
  @Tag("alone")
  void shouldLeaveNoProcessAfterSigterm() throws Exception {
    try (Rig rig = Rig.start("sigterm", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      phone.element("command").sendKeys("tail -f /dev/null");
      phone.element("send").click();
      Awaitility.await().until(() -> !executions().isEmpty());
      List<ProcessHandle> children =
          ProcessHandle.of(rig.host.pid()).orElseThrow().descendants().toList();

      Duration took = rig.host.terminate();

      System.out.printf("SIGTERM: gone after %d ms%n", took.toMillis());
      assertThat(took).isLessThan(Duration.ofSeconds(3));
      assertThat(executions()).isEmpty();
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      phone.awaitState("ended", "lost");
    }
  }

  @Test
  @Tag("alone")
  void shouldBeReadySoon() throws Exception {
    try (Rig rig = Rig.start("ready", 1280, 720)) {
      System.out.printf("start: ready after %d ms%n", rig.host.startedIn().toMillis());
      assertThat(rig.host.startedIn()).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void shouldNameATakenPortInOneLine(@TempDir Path work) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      String said =
          refused(work, "--port", Integer.toString(taken.getLocalPort()), "--admin-port", "0");

      assertThat(said).contains(Integer.toString(taken.getLocalPort())).contains("--port");
    }
  }

  @Test
  void shouldNameABadOptionInOneLine(@TempDir Path work) throws Exception {
    assertThat(refused(work, "--screen", "cinema")).contains("cinema").contains("test-pattern");
    assertThat(refused(work, "--port", "99999")).contains("--port");
    assertThat(refused(work, "--port", "eight")).contains("--port");
    assertThat(refused(work, "--ice-server", "turn:example.org")).contains("turn:");
    assertThat(refused(work, "--nonsense")).contains("--nonsense");
  }

  @Test
  void shouldNameAnUnusableFolderInOneLine(@TempDir Path work) throws Exception {
    Path file = Files.createFile(work.resolve("file"));

    assertThat(refused(work, "--data-dir", file.toString())).contains("--data-dir");
  }

  @Test
  void shouldNameUnusableCertificateFilesInOneLine(@TempDir Path work) throws Exception {
    PemFiles files = PemFiles.make(work, "one");
    PemFiles others = PemFiles.make(work, "two");
    Path nonsense = Files.writeString(work.resolve("nonsense.pem"), "nonsense");
    String cert = files.certificate().toString();

    assertThat(refused(work, "--tls-cert", cert)).contains("--tls-key");
    assertThat(refused(work, "--tls-cert", cert, "--tls-key", work.resolve("none").toString()))
        .contains("There is no file");
    assertThat(refused(work, "--tls-cert", cert, "--tls-key", others.key().toString()))
        .contains("does not belong");
    assertThat(refused(work, "--tls-cert", cert, "--tls-key", nonsense.toString()))
        .contains("holds no key");
    assertThat(
            refused(work, "--tls-cert", nonsense.toString(), "--tls-key", files.key().toString()))
        .contains("nonsense.pem");
  }

  private static String refused(Path work, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    Map<String, String> usual =
        Map.of(
            "--screen", "test-pattern",
            "--ice-server", "none",
            "--data-dir", work.resolve("data").toString());
    usual.forEach(
        (option, value) -> {
          if (!all.contains(option)) {
            all.addAll(List.of(option, value));
          }
        });
    Process process =
        HostProcess.command(work, all).redirectError(ProcessBuilder.Redirect.PIPE).start();
    String said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    System.out.println("refused: " + said);
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(said.lines().count()).isEqualTo(1);
    return said;
  }

  private static List<ProcessHandle> executions() {
    return Processes.executions();
  }
}
