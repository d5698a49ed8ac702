package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;

/** A session is recorded, and played with its captions while it grows and afterwards (T75). */
@Timeout(180)
class RecordingIT {

  @Test
  void shouldPlayASessionThatIsStillRecordedWithWhatWasRun() throws Exception {
    try (Rig rig = Rig.start("recorded", 1280, 720, "--record");
        PhoneBrowser desk = PhoneBrowser.open(1100, 900)) {
      // Given
      PhoneBrowser phone = rig.live();
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      phone.screenshot(rig.work.resolve("phone-recorded.png"));
      desk.visit(page(rig));
      desk.await(
          "the recording",
          () -> !desk.driver().findElements(By.cssSelector("#kept .live")).isEmpty());

      // When
      desk.driver().findElement(By.cssSelector("#kept button")).click();
      type(phone, "seq 41 43");

      // Then: the picture moves on, and the caption says what ran
      desk.await("a picture", () -> number(desk, "video.videoWidth") == 1280);
      desk.await("the caption", () -> cues(desk).contains("Runs: seq 41 43"));
      desk.await("its end", () -> cues(desk).contains("Ended with 0"));
      double first = number(desk, "video.currentTime");
      desk.await("playing", () -> number(desk, "video.currentTime") > first + 1);
      double behind =
          number(desk, "video.buffered.end(video.buffered.length - 1) - video.currentTime");
      assertThat(behind).isLessThan(5);
      desk.screenshot(rig.work.resolve("recordings-growing.png"));

      // When the phone has left, the file plays from its end to its beginning
      phone.script("document.getElementById('leave').click()");
      desk.await(
          "the end", () -> desk.driver().findElements(By.cssSelector("#kept .live")).isEmpty());
      desk.driver().findElement(By.cssSelector("#kept button")).click();
      desk.await("the whole", () -> number(desk, "video.duration") > 1);
      desk.await("the caption again", () -> cues(desk).contains("Runs: seq 41 43"));
      double at =
          number(
              desk,
              "[...video.textTracks[0].cues].find((c) => c.text.includes('Runs:')).startTime");
      desk.script(
          "const video = document.getElementById('video'); video.pause(); video.currentTime = "
              + (at + 0.1));
      desk.await("the caption on the picture", () -> shown(desk).contains("Runs: seq 41 43"));
      desk.screenshot(rig.work.resolve("recordings-whole.png"));
      assertThat(complaints(only(rig))).isBlank();
    }
  }

  @Test
  void shouldPlayWhatAKilledHostLeft() throws Exception {
    try (Rig rig = Rig.start("killed", 1280, 720, "--record", "--record-format", "webm")) {
      PhoneBrowser phone = rig.live();
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      type(phone, "seq 41 43");
      Path video = only(rig);
      Awaitility.await().until(() -> Files.size(video) > 1000);
      long began = System.nanoTime();
      Awaitility.await().until(() -> System.nanoTime() - began > Duration.ofSeconds(3).toNanos());

      // When
      ProcessHandle.of(rig.host.pid()).orElseThrow().destroyForcibly();

      // Then
      assertThat(complaints(video)).isBlank();
      try (HostProcess again = HostProcess.start(rig.work, rig.screen.display());
          PhoneBrowser desk = PhoneBrowser.open(1100, 900)) {
        desk.visit("http://127.0.0.1:" + again.adminPort() + "/recordings");
        desk.await(
            "the list",
            () -> !desk.driver().findElements(By.cssSelector("#kept button")).isEmpty());
        desk.driver().findElement(By.cssSelector("#kept button")).click();
        desk.await("a picture", () -> number(desk, "video.videoWidth") == 1280);
        desk.await("playing", () -> number(desk, "video.currentTime") > 1);
        desk.await("the caption", () -> cues(desk).contains("Runs: seq 41 43"));
      }
    }
  }

  @Test
  void shouldLoadNoEncoderUnlessSomebodyAsksForIt() throws Exception {
    try (Rig rig = Rig.start("asked", 1280, 720)) {
      // Given
      PhoneBrowser phone = rig.live();
      assertThat(phone.element("recorded").isDisplayed()).isFalse();
      assertThat(mapped(rig)).doesNotContain("humble");
      assertThat(rig.host.dataFolder().resolve("recordings")).doesNotExist();
      String device = rig.host.link().replaceAll(".*[#&]i=([^&]*).*", "$1");

      // When
      assertThat(ask(rig, "start", device)).contains("\"running\":true");
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());

      // Then
      assertThat(mapped(rig)).contains("humble");
      assertThat(ask(rig, "stop", device)).contains("\"running\":false");
      phone.await("no mark", () -> !phone.element("recorded").isDisplayed());
      assertThat(complaints(only(rig))).isBlank();
    }
  }

  private static String page(Rig rig) {
    return "http://127.0.0.1:" + rig.host.adminPort() + "/recordings";
  }

  private static void type(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
  }

  private static double number(PhoneBrowser desk, String expression) {
    Object value =
        desk.value(
            "const video = document.getElementById('video');"
                + " try { const n = Number("
                + expression
                + "); return Number.isFinite(n) ? n : -1; } catch { return -1; }");
    return ((Number) value).doubleValue();
  }

  private static String cues(PhoneBrowser desk) {
    return desk.value("return document.getElementById('cues').textContent").toString();
  }

  private static String shown(PhoneBrowser desk) {
    return desk.value(
            "return [...(document.getElementById('video').textTracks[0].activeCues ?? [])].map((c) => c.text).join('|')")
        .toString();
  }

  private static Path only(Rig rig) throws IOException {
    Path folder = rig.host.dataFolder().resolve("recordings");
    Awaitility.await().until(() -> Files.isDirectory(folder));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> videos = files.filter(file -> !file.toString().endsWith(".vtt")).toList();
      assertThat(videos).hasSize(1);
      return videos.get(0);
    }
  }

  private static String mapped(Rig rig) throws IOException {
    return Files.readString(Path.of("/proc", String.valueOf(rig.host.pid()), "maps"));
  }

  private static String ask(Rig rig, String what, String device)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + rig.host.adminPort()
                        + "/api/recordings/"
                        + what
                        + "?device_id="
                        + device))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String complaints(Path video) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ffmpeg", "-v", "error", "-i", video.toString(), "-f", "null", "-")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
