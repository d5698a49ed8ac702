package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;

/** The owner's own page, in a browser on the computer of the host (T92, T93, T94). */
@Timeout(180)
class DashboardIT {

  private static final String HOSTILE = "<img src=x onerror=alert(1)><b>Ada</b>";

  /** A phone that calls itself something, whatever it is. */
  private static final String CALLS_ITSELF =
      """
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (data) {
        const message = JSON.parse(data);
        if (message.type === 'offer') {
          message.device_name = NAME;
          message.device_location = NAME;
        }
        return send.call(this, JSON.stringify(message));
      };
      """;

  /** Passes connections on, as a program of another user could. */
  private static final String FORWARDER =
      """
      import socket, sys, threading
      door = socket.create_server(('127.0.0.1', 0))
      print(door.getsockname()[1], flush=True)
      def pass_on(one, other):
          try:
              while data := one.recv(65536):
                  other.sendall(data)
          except OSError:
              pass
          for end in (one, other):
              try:
                  end.shutdown(socket.SHUT_RDWR)
              except OSError:
                  pass
      while True:
          client, _ = door.accept()
          host = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
          for ends in ((client, host), (host, client)):
              threading.Thread(target=pass_on, args=ends, daemon=True).start()
      """;

  private static void type(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
  }

  private static int count(PhoneBrowser phone, String css) {
    return phone.driver().findElements(By.cssSelector(css)).size();
  }

  private static List<ProcessHandle> running() {
    return Processes.executions().stream()
        .filter(process -> process.info().command().orElse("").endsWith("tail"))
        .toList();
  }

  /** Pairs a phone on the dashboard and lets it scan the code off the screen. */
  private static PhoneBrowser pairByCode(DeskBrowser desk, Rig rig, String name)
      throws IOException {
    desk.await("#pair-name").sendKeys(name);
    desk.press("#pair", "Show the code");
    desk.await("#code-image");
    desk.browser.await(
        "the picture",
        () ->
            Boolean.TRUE.equals(
                desk.browser.script(
                    "const i = document.getElementById('code-image');"
                        + "return i.complete && i.naturalWidth > 0")));
    String link = desk.scanned().orElseThrow();
    return rig.phone.visit(link).awaitState("live").awaitPicture();
  }

  @Test
  void shouldPairAPhoneByTheCodeOnTheDashboard() throws Exception {
    try (Rig rig = Rig.start("dashpair", 1280, 720);
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      // Given
      desk.awaitText("#live", "No phone is connected.");
      rig.phone.beforeEachPage(CALLS_ITSELF.replace("NAME", "'" + HOSTILE + "'"));

      // When
      PhoneBrowser phone = pairByCode(desk, rig, "");

      // Then the phone is there, and the code is not any more
      desk.await("#sessions [data-link='connected']");
      desk.awaitNo("#code");
      desk.awaitText("#pair", "The phone has used its code.");
      assertThat(desk.scanned()).isEmpty();
      desk.awaitText("#devices", "Connected");
      desk.awaitText("#audit", "Paired to drive, for 30 days");

      // And whatever it calls itself is text
      for (String part : List.of("#sessions", "#devices", "#audit")) {
        desk.awaitText(part, HOSTILE);
      }
      desk.awaitText("#devices", "Says that it is in " + HOSTILE);
      assertThat(desk.browser.driver().findElements(By.cssSelector("main b, main li img")))
          .isEmpty();
      desk.awaitText("#sessions", "Per frame");
      assertThat(desk.wrongs()).isEmpty();
      desk.browser.screenshot(rig.work.resolve("dashboard.png"));
      assertThat(phone.state()).isEqualTo("live");

      // When it is looked at on a narrow screen
      desk.browser
          .driver()
          .executeCdpCommand(
              "Emulation.setDeviceMetricsOverride",
              Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));

      // Then nothing of it lies beyond the edge
      desk.browser.screenshot(rig.work.resolve("dashboard-narrow.png"));
      assertThat(desk.browser.value("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }
  }

  @Test
  void shouldStopAndRejectFromTheDesk() throws Exception {
    try (Rig rig = Rig.start("dashstop", 1280, 720);
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      PhoneBrowser phone = rig.live();

      // When something runs, it is seen and stopped
      type(phone, "tail -f /dev/null");
      desk.awaitText("#sessions", "tail -f /dev/null");
      desk.awaitText("#sessions", "Running");
      Awaitility.await().until(() -> running().size() == 1);
      ProcessHandle process = running().get(0);
      desk.browser.screenshot(rig.work.resolve("running.png"));
      long began = System.nanoTime();
      desk.press("#sessions", "Stop");
      Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> !process.isAlive());
      System.out.printf(
          "dashboard: no process left %d ms after stop%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());
      phone.await("its end", () -> count(phone, "#stop") == 0);
      desk.awaitText("#audit", "Stopped at this computer");

      // When something is asked, it is seen and refused, and cannot be approved here
      Path victim = Files.createFile(rig.work.resolve("victim"));
      type(phone, "rm " + victim);
      desk.awaitText("#sessions .question", "rm " + victim);
      desk.awaitText("#sessions .question", "deletes");
      assertThat(desk.text("#desk")).doesNotContainIgnoringCase("approve it");
      desk.browser.screenshot(rig.work.resolve("asked.png"));
      desk.press("#sessions .question", "Reject");
      phone.await("the refusal", () -> count(phone, ".run[data-status='refused']") == 1);
      assertThat(phone.element("runs").getText()).contains("Somebody at the computer said no");
      desk.awaitNo("#sessions .question");
      desk.awaitText("#audit", "Rejected at this computer");
      assertThat(victim).exists();
      assertThat(desk.wrongs()).isEmpty();
    }
  }

  @Test
  void shouldRevokeFromTheDeskAfterASecondStep() throws Exception {
    try (Rig rig = Rig.start("dashrevoke", 1280, 720);
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      // Given
      PhoneBrowser phone = rig.live();
      String link = rig.host.link();
      type(phone, "tail -f /dev/null");
      Awaitility.await().until(() -> running().size() == 1);
      ProcessHandle process = running().get(0);
      desk.await("#devices [data-connected='true']");

      // When
      desk.press("#devices", "Revoke");
      desk.press("#devices", "Keep it");
      assertThat(phone.state()).isEqualTo("live");
      desk.press("#devices", "Revoke");
      desk.await("#devices .sure");
      desk.browser.screenshot(rig.work.resolve("sure.png"));
      desk.press("#devices", "Revoke it");

      // Then
      phone.awaitState("refused");
      Awaitility.await().until(() -> !process.isAlive());
      desk.awaitText("#phones", "No phone is paired.");
      desk.awaitText("#live", "No phone is connected.");
      desk.awaitText("#audit", "Revoked");
      phone.visit(link).awaitState("refused");
      assertThat(desk.wrongs()).isEmpty();
    }
  }

  @Test
  void shouldCoverTheCodeWhileAPhoneWatchesTheScreen() throws Exception {
    try (Rig rig = Rig.start("dashcover", 1280, 720);
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      // Given
      rig.live();
      desk.await("#sessions [data-link='connected']");

      // When
      desk.press("#pair", "Show the code");

      // Then
      desk.await("#code-covered");
      assertThat(desk.find("#code-image")).isEmpty();
      assertThat(desk.scanned()).isEmpty();
      desk.browser.screenshot(rig.work.resolve("covered.png"));

      // When
      desk.press("#code", "Show it all the same");

      // Then
      desk.await("#code-image");
      assertThat(desk.scanned().orElseThrow()).startsWith("http://");
    }
  }

  @Test
  void shouldBeOnTheLoopbackListenerAlone() throws Exception {
    try (Rig rig = Rig.start("dashplace", 1280, 720)) {
      assertThat(status(rig.host.adminPort(), "/")).isEqualTo(200);
      assertThat(status(rig.host.adminPort(), "/js/devices-view.js")).isEqualTo(200);
      assertThat(status(rig.host.port(), "/js/devices-view.js")).isEqualTo(404);
      assertThat(status(rig.host.port(), "/desk/index.html")).isEqualTo(404);
      assertThat(status(rig.host.adminPort(), "/js/connection.js")).isEqualTo(404);
    }
  }

  private static int status(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void shouldSayThatTheHostIsGone() throws Exception {
    try (Rig rig = Rig.start("dashgone", 1280, 720);
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      rig.host.terminate();

      desk.awaitHost("gone");
      desk.awaitText("#gone", "The host does not answer.");
      assertThat(desk.browser.script("return document.getElementById('desk').inert"))
          .isEqualTo(true);
    }
  }

  @Test
  void shouldAskForItsKeyWhereTheHostCannotTellWhoseTheBrowserIs() throws Exception {
    // Only root can be two users; for anybody else both are the same, and are let in.
    boolean root = System.getProperty("user.name", "").equals("root");
    try (Rig rig = Rig.start("dashkey", 1280, 720)) {
      String line = Files.readString(rig.host.dataFolder().resolve("admin-header")).strip();
      String page = "http://127.0.0.1:" + rig.host.adminPort() + "/";
      Process forwarder = forward(root, rig.host);
      try (BufferedReader said = forwarder.inputReader()) {
        int port = Integer.parseInt(said.readLine());
        try (DeskBrowser desk = DeskBrowser.through(port, rig.host)) {
          // When
          desk.browser.visit(page);

          // Then
          desk.awaitHost(root ? "locked" : "here");
          if (root) {
            desk.browser.screenshot(rig.work.resolve("locked.png"));
            assertThat(desk.find("#desk")).isEmpty();
            desk.await("#key").sendKeys("Authorization: Bearer " + "x".repeat(43));
            desk.press("#locked", "Go on");
            desk.awaitText("#locked", "That key is not the one of the host");
            desk.await("#key").sendKeys(line);
            desk.press("#locked", "Go on");
            desk.awaitHost("here");
          }

          // And the link of the terminal opens it at once, and leaves no key in sight
          desk.browser.script("sessionStorage.clear()");
          desk.browser.visit(page + "#key=" + line.replace("Authorization: Bearer ", ""));
          desk.awaitHost("here");
          assertThat(desk.browser.driver().getCurrentUrl()).isEqualTo(page);
          desk.browser.driver().navigate().refresh();
          desk.awaitHost("here");
          assertThat(desk.browser.script("return document.cookie")).isEqualTo("");
          assertThat(desk.wrongs()).isEmpty();
        }
      } finally {
        forwarder.destroy();
      }
    }
  }

  private static Process forward(boolean byAnother, HostProcess host) throws IOException {
    List<String> python =
        List.of("/usr/bin/python3", "-c", FORWARDER, Integer.toString(host.adminPort()));
    List<String> command =
        new ArrayList<>(
            byAnother
                ? List.of("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups")
                : List.of());
    command.addAll(python);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
