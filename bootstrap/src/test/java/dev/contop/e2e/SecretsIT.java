package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.Token;
import dev.contop.os.pairing.HmacTokenKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every secret of a whole run, searched for in every log line at the finest level, every error
 * page, every file that is left, and the arguments and environment of every process (T2, T96).
 */
@Tag("alone")
@Timeout(180)
class SecretsIT {

  private static final Pattern ICE =
      Pattern.compile("a=ice-(ufrag|pwd):([^\\\\\\s\"]+)", Pattern.CASE_INSENSITIVE);

  private static final String EARS =
      """
      window.said = [];
      const Real = WebSocket;
      window.WebSocket = class extends Real {
        constructor(...a) { super(...a); this.addEventListener('message', e => said.push(e.data)); }
        send(text) { said.push(text); super.send(text); }
      };
      """;

  /** Everything that the host and its libraries have to say, at the finest level. */
  private static final String TALKATIVE =
      """
      <configuration>
        <appender name="all" class="ch.qos.logback.core.ConsoleAppender">
          <target>System.err</target>
          <encoder><pattern>%level %logger %msg %mdc %marker%n</pattern></encoder>
        </appender>
        <root level="TRACE"><appender-ref ref="all"/></root>
      </configuration>
      """;

  /** Arguments and environments of all processes that were seen, and of which we may know. */
  private final Set<String> processes = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean watching = new AtomicBoolean(true);

  private void watch() {
    while (watching.get()) {
      try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
        entries
            .filter(entry -> entry.getFileName().toString().matches("\\d+"))
            .forEach(
                entry -> {
                  processes.add(read(entry.resolve("cmdline")));
                  processes.add(read(entry.resolve("environ")));
                });
      } catch (IOException gone) {
        // Processes come and go while one looks.
      }
      // Whoever is looked for lives longer, and needs the processor too.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  private static String fact(String link, String name) {
    Matcher fact = Pattern.compile("[#&]" + name + "=([^&]*)").matcher(link);
    assertThat(fact.find()).as(name + " in the link").isTrue();
    return fact.group(1);
  }

  private static void keep(Map<String, String> secrets, String what, String token) {
    byte[] key = new HmacTokenKeys().derive(new Token(token)).bytes();
    secrets.put(what, token);
    secrets.put(what + "'s key in hex", HexFormat.of().formatHex(key));
    secrets.put(
        what + "'s key in base64", Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    secrets.put(what + "'s key in other base64", Base64.getEncoder().encodeToString(key));
  }

  private static HostProcess start(Path work) throws IOException {
    Path data = work.resolve("data");
    Path talkative = Files.writeString(work.resolve("logback.xml"), TALKATIVE);
    ProcessBuilder builder =
        HostProcess.command(
            work,
            List.of(
                "--port=0",
                "--admin-port=0",
                "--ice-server=none",
                "--screen=test-pattern",
                "--data-dir=" + data));
    builder
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + talkative.toUri());
    return HostProcess.await(builder, work, data);
  }

  @Test
  void shouldShowNoSecretAnywhere() throws Exception {
    Map<String, String> secrets = new LinkedHashMap<>();
    List<String> pages = new ArrayList<>();
    Thread watcher = new Thread(this::watch, "watcher");
    watcher.start();
    Path work =
        Files.createTempDirectory(
            Files.createDirectories(Painted.artifacts()).toAbsolutePath(), "secrets-");
    String log;
    try (HostProcess host = start(work);
        PhoneBrowser phone = PhoneBrowser.open()) {
      // Given a run in which everything is done that needs a secret
      keep(secrets, "the first token", fact(host.link(), "t"));
      String second = host.newLink();
      keep(secrets, "the second token", fact(second, "t"));
      String header = Files.readString(host.dataFolder().resolve("admin-header")).strip();
      secrets.put("the owner's secret", header.replace("Authorization: Bearer ", ""));
      phone.beforeEachPage(EARS);
      phone.visit(host.link()).awaitState("live").awaitPicture();
      secrets.put("the text of a command", "echo-of-a-secret-command");
      phone.element("command").sendKeys("echo echo-of-a-secret-command");
      phone.element("send").click();
      phone.await(
          "the output", () -> phone.element("runs").getText().contains("echo-of-a-secret-command"));
      String said = String.valueOf(phone.script("return JSON.stringify(window.said)"));
      Matcher ice = ICE.matcher(said);
      for (int i = 0; ice.find(); i++) {
        secrets.put("ice-" + ice.group(1) + " " + i, ice.group(2));
      }
      assertThat(secrets).hasSizeGreaterThanOrEqualTo(10 + 4);

      // And one in which everything goes wrong
      pages.addAll(mistakes(host, fact(second, "t"), header));
      log = host.log();
      host.terminate();
    } finally {
      watching.set(false);
      watcher.join();
    }

    // Then much was logged and seen, but nothing of that
    assertThat(log.lines().count()).isGreaterThan(200);
    assertThat(processes).hasSizeGreaterThan(10);
    assertThat(pages).hasSizeGreaterThan(10).anyMatch(page -> page.contains("not_found"));
    String files = files(work);
    List<String> shown = new ArrayList<>();
    secrets.forEach(
        (what, secret) -> {
          if (log.contains(secret)) {
            shown.add(what + " in the log");
          }
          if (pages.stream().anyMatch(page -> page.contains(secret))) {
            shown.add(what + " in an answer");
          }
          // A command is what a shell is called with, and what the audit log is for.
          boolean command = what.equals("the text of a command");
          if (!command && processes.stream().anyMatch(seen -> seen.contains(secret))) {
            shown.add(what + " in a process");
          }
          if (!command && files.contains(secret)) {
            shown.add(what + " in a file");
          }
        });
    System.out.printf(
        "secrets: %d searched for in %d log lines, %d answers, %d readings of processes%n",
        secrets.size(), log.lines().count(), pages.size(), processes.size());
    assertThat(shown).isEmpty();
  }

  /** What the host answers to those who hold a secret wrongly. */
  private static List<String> mistakes(HostProcess host, String token, String header)
      throws IOException {
    List<String> pages = new ArrayList<>();
    String secret = header.replace("Authorization: Bearer ", "");
    for (String path :
        List.of(
            "/" + token,
            "/ws/" + token,
            "/?token=" + token,
            "/ws/signaling?token=" + token,
            "/ws/signaling/" + token,
            "/health?" + token,
            "/%zz" + token)) {
      pages.add(ask(host.port(), "GET " + path, ""));
      pages.add(ask(host.port(), "DELETE " + path, ""));
      pages.add(ask(host.port(), "POST " + path, "Content-Length: 99999\r\n"));
    }
    for (String line :
        List.of(
            "GET /api/devices/" + secret,
            "POST /api/pair?device_id=" + secret + "!",
            "PUT /api/pair")) {
      pages.add(ask(host.adminPort(), line, header + "\r\n"));
      pages.add(ask(host.adminPort(), line, header + "x\r\nX-Odd: " + secret + "\r\n"));
      pages.add(ask(host.adminPort(), line, header + "\r\nOrigin: http://evil.example\r\n"));
    }
    try (RawSocket phone = new RawSocket("127.0.0.1", host.port())) {
      phone.upgrade("?token=" + token.substring(1) + "x");
      pages.add(Integer.toString(phone.closeCode()));
    }
    return pages;
  }

  private static String ask(int port, String line, String headers) throws IOException {
    try (RawSocket client = new RawSocket("127.0.0.1", port)) {
      return client.all(
          line
              + " HTTP/1.1\r\nHost: 127.0.0.1:"
              + port
              + "\r\nConnection: close\r\n"
              + headers
              + "\r\n");
    }
  }

  /** All that the run left behind, but for what is meant to be shown to the owner. */
  private static String files(Path work) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }
}
