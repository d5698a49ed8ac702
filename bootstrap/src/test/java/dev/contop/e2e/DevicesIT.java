package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.wire.ListedDevice;
import dev.contop.wire.PairingSummary;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pairings that last, phones that only watch, and phones that are sent away (T91, T92, T95). */
@Timeout(120)
class DevicesIT {

  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** What a command said, and how it ended. */
  private record Said(int status, String out, String err) {}

  private static Said run(Rig rig, String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--data-dir", rig.host.dataFolder().toString()));
    return run(rig.work, arguments);
  }

  private static Said run(Path work, List<String> arguments) throws Exception {
    Process command =
        HostProcess.command(work, arguments).redirectError(ProcessBuilder.Redirect.PIPE).start();
    String out = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(command.waitFor(), out.strip(), err.strip());
  }

  private static String link(Said paired) {
    return PairingSummary.read(paired.out()).orElseThrow().link();
  }

  private static List<ListedDevice> devices(Rig rig) throws Exception {
    return ListedDevice.read(run(rig, "devices", "--json").out()).orElseThrow();
  }

  private static List<ProcessHandle> running() {
    return Processes.executions().stream()
        .filter(process -> process.info().command().orElse("").endsWith("tail"))
        .toList();
  }

  private static void type(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
  }

  /** A port to come back to: not one of those that anybody is given who asks for any. */
  private static int freePort() throws IOException {
    for (int port = 20_000; port < 30_000; port++) {
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one may be free.
      }
    }
    throw new IOException("No port is free");
  }

  @Test
  void shouldKnowAPhoneAgainAfterARestart() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "restart-");
    Path data = work.resolve("data");
    int port = freePort();
    List<String> options =
        List.of(
            "--port", Integer.toString(port),
            "--admin-port", "0",
            "--ice-server", "none",
            "--screen", "test-pattern",
            "--data-dir", data.toString());
    try (PhoneBrowser phone = PhoneBrowser.open()) {
      String link;
      try (HostProcess host = HostProcess.await(HostProcess.command(work, options), work, data)) {
        // Given
        Said paired =
            run(work, List.of("pair", "--json", "--name", "Ada", "--data-dir", data.toString()));
        PairingSummary summary = PairingSummary.read(paired.out()).orElseThrow();
        link = summary.link();
        assertThat(Duration.between(Instant.now(), summary.expiresAt()).toDays()).isEqualTo(29);
        phone.visit(link).awaitState("live").awaitPicture();

        // When
        host.terminate();
        phone.awaitState("ended", "lost");
      }
      try (HostProcess host = HostProcess.await(HostProcess.command(work, options), work, data)) {
        phone.element("reconnect").click();

        // Then
        phone.awaitState("live").awaitPicture();
        assertThat(host.isAlive()).isTrue();
        Said listed = run(work, List.of("devices", "--data-dir", data.toString()));
        System.out.println(listed.out());
        assertThat(listed.out()).contains("Ada", "drive", "now, by ");
      }
      Path file = data.resolve("devices.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).doesNotContain(link.replaceFirst(".*#t=([^&]+).*", "$1"));
    }
  }

  @Test
  @Tag("alone")
  void shouldTakeAwayTheQuestionOfARevokedPhone() throws Exception {
    try (Rig rig = Rig.start("revokedquestion", 1280, 720)) {
      // Given a phone that is asked whether a file may go
      Path victim = Files.createFile(rig.work.resolve("victim"));
      String link = link(run(rig, "pair", "--json", "--device", "mine"));
      PhoneBrowser phone = rig.phone.visit(link).awaitState("live").awaitPicture();
      noteTheEnd(phone);
      type(phone, "rm " + victim);
      phone.await("the question", () -> phone.element("approve").isEnabled());
      HttpClient client = warm(rig);
      HttpRequest request = revocation(rig);

      // When
      long began = System.currentTimeMillis();
      client.send(request, HttpResponse.BodyHandlers.discarding());
      long told = endedAt(phone) - began;

      // Then T92
      System.out.printf("revoked while asked: the page was told after %d ms%n", told);
      assertThat(told).isLessThan(AT_ONCE.toMillis());
      assertThat(phone.element("approve").isDisplayed()).isFalse();
      assertThat(victim).exists();
      phone.visit(link).awaitState("refused");
      assertThat(victim).exists();
    }
  }

  @Test
  @Tag("alone")
  void shouldEndAllOfARevokedPhoneAtOnce() throws Exception {
    try (Rig rig = Rig.start("revoked", 1280, 720)) {
      // Given
      String link = link(run(rig, "pair", "--json", "--device", "mine"));
      PhoneBrowser phone = rig.phone.visit(link).awaitState("live").awaitPicture();
      noteTheEnd(phone);
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running().size() == 1);
      ProcessHandle process = running().get(0);
      HttpClient client = warm(rig);
      HttpRequest request = revocation(rig);

      // When
      long wall = System.currentTimeMillis();
      long began = System.nanoTime();
      var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> !process.isAlive());
      Duration gone = Duration.ofNanos(System.nanoTime() - began);
      long told = endedAt(phone) - wall;

      // Then
      System.out.printf(
          "revoked: no process left after %d ms, the page was told after %d ms%n",
          gone.toMillis(), told);
      assertThat(gone).isLessThan(AT_ONCE);
      assertThat(running()).isEmpty();
      assertThat(told).isLessThan(AT_ONCE.toMillis());
      assertThat(answer.join().body()).isEqualTo("{\"device_id\":\"mine\",\"revoked\":true}");
      assertThat(phone.element("notice-title").getText()).isEqualTo("Pair again");
      phone.screenshot(rig.work.resolve("revoked.png"));

      // And nothing of it works again
      assertThat(devices(rig)).extracting(ListedDevice::id).doesNotContain("mine");
      phone.visit(link).awaitState("refused");
      Said again = run(rig, "revoke", "mine");
      assertThat(again.status()).isEqualTo(2);
      assertThat(again.err().lines()).hasSize(1);
      assertThat(again.err()).contains("no such device", "contop-host devices");
    }
  }

  /** Has the page note when it is told that its pairing is no longer valid. */
  private static void noteTheEnd(PhoneBrowser phone) {
    phone.script(
        "window.endedAfter = new Promise(done => new MutationObserver(() => {"
            + "if (document.documentElement.dataset.state === 'refused') done(Date.now());"
            + "}).observe(document.documentElement, {attributes: true}));");
  }

  /** When that was, in milliseconds of the wall clock. */
  private static long endedAt(PhoneBrowser phone) {
    return (Long) phone.asyncScript("window.endedAfter.then(arguments[0])");
  }

  /** A client that has sent something already: its own start is not what is measured. */
  private static HttpClient warm(Rig rig) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    client.send(
        HttpRequest.newBuilder(admin(rig, "/health")).build(),
        HttpResponse.BodyHandlers.discarding());
    return client;
  }

  private static HttpRequest revocation(Rig rig) {
    return HttpRequest.newBuilder(admin(rig, "/api/pair?device_id=mine")).DELETE().build();
  }

  private static URI admin(Rig rig, String path) {
    return URI.create("http://127.0.0.1:" + rig.host.adminPort() + path);
  }

  /** Keeps watching whatever it is told, and notes when the last of the video came. */
  private static final String STUBBORN =
      """
      const Real = RTCPeerConnection;
      window.RTCPeerConnection = class extends Real {
        constructor(...a) { super(...a); window.peer = this; }
        close() {}
      };
      window.received = [];
      setInterval(async () => {
        if (!window.peer) return;
        for (const one of (await peer.getStats()).values()) {
          if (one.type !== 'inbound-rtp' || one.kind !== 'video') continue;
          if (received.at(-1)?.packets !== one.packetsReceived)
            received.push({ at: Date.now(), packets: one.packetsReceived });
        }
      }, 10);
      """;

  @Test
  @Tag("alone")
  void shouldSendARevokedPhoneNoMoreVideo() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "revokedvideo-");
    Path data = work.resolve("data");
    List<String> here = List.of("--data-dir", data.toString());
    List<String> options =
        new ArrayList<>(List.of("--port=0", "--admin-port=0", "--ice-server=none"));
    options.add("--screen=test-pattern");
    options.addAll(here);
    // Given a picture that moves all the time, and a page that does not leave
    try (HostProcess host = HostProcess.await(HostProcess.command(work, options), work, data);
        PhoneBrowser phone = PhoneBrowser.open()) {
      assertThat(host.isAlive()).isTrue();
      phone.beforeEachPage(STUBBORN);
      List<String> pair = new ArrayList<>(List.of("pair", "--json", "--device", "mine"));
      pair.addAll(here);
      phone.visit(link(run(work, pair))).awaitState("live").awaitPicture();
      phone.await(
          "video to flow",
          () ->
              Boolean.TRUE.equals(
                  phone.script(
                      "return received.length > 20 && Date.now() - received.at(-1).at < 200")));

      // When
      long wall = System.currentTimeMillis();
      List<String> revoke = new ArrayList<>(List.of("revoke", "mine"));
      revoke.addAll(here);
      assertThat(run(work, revoke).status()).isZero();
      assertThat(host.isAlive()).isTrue();
      long done = System.currentTimeMillis();
      phone.awaitState("refused");
      Awaitility.await()
          .until(
              () ->
                  Boolean.TRUE.equals(
                      phone.script("return Date.now() - received.at(-1).at > 1500")));

      // Then
      long last = ((Number) phone.value("return received.at(-1).at")).longValue();
      System.out.printf(
          "revoked during video: the last packet came %d ms after the command began, which took"
              + " %d ms%n",
          last - wall, done - wall);
      assertThat(last - done).isLessThan(AT_ONCE.toMillis());
    }
  }

  @Test
  void shouldLetAViewOnlyPhoneWatchAndNothingElse() throws Exception {
    try (Rig rig = Rig.start("view", 1280, 720)) {
      // Given
      Said paired = run(rig, "pair", "--temp", "--view", "--json", "--device", "watcher");
      assertThat(paired.out()).contains("\"role\":\"view\"");
      Wiretap tap = Wiretap.on(rig.phone);

      // When
      PhoneBrowser phone = rig.phone.visit(link(paired)).awaitState("live").awaitPicture();

      // Then it is offered nothing that it cannot do
      phone.await("the role", () -> phone.element("view-only").isDisplayed());
      assertThat(phone.element("ask").isDisplayed()).isFalse();
      assertThat(phone.element("manual").isDisplayed()).isFalse();
      assertThat(phone.element("ideas").isDisplayed()).isFalse();
      phone.screenshot(rig.work.resolve("view-only.png"));

      // When it tries all the same
      tap.say("user_intent", Map.of("text", "tail -f /dev/null"));
      tap.say("manual_control", Map.of("action", "click"));

      // Then
      phone.await("both refusals", () -> tap.heard("error", "one.payload.code").size() == 2);
      assertThat(tap.heard("error", "one.payload.code").toString())
          .isEqualTo("[forbidden, forbidden]");
      assertThat(running()).isEmpty();
      assertThat(devices(rig))
          .filteredOn(device -> device.id().equals("watcher"))
          .singleElement()
          .satisfies(
              device -> {
                assertThat(device.connected()).isTrue();
                assertThat(device.role()).isEqualTo("view");
                assertThat(device.address()).isPresent();
              });
    }
  }

  @Test
  void shouldPrintTheFingerprintThatIsInTheCode() throws Exception {
    try (Rig rig = Rig.start("identity", 1280, 720)) {
      Said said = run(rig, "identity");

      String fingerprint = rig.host.link().replaceFirst(".*[&#]d=([0-9a-f]{64}).*", "$1");
      assertThat(said.out().lines().findFirst().orElseThrow()).isEqualTo(fingerprint);
      assertThat(run(rig, "identity", "--json").out().lines())
          .singleElement()
          .satisfies(line -> assertThat(line).contains(fingerprint));
      Said wrong = run(rig, "pair", "--name", " ");
      assertThat(wrong.status()).isEqualTo(2);
      assertThat(wrong.err()).contains("name is one line");
    }
  }
}
