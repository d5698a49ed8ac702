package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session is recorded, and played with its captions while it grows and afterwards (T75). */
@Timeout(180)
class RecordingIT {

  @ParameterizedTest
  @EnumSource
  @Tag("alone")
  void shouldPlayASessionThatIsStillRecordedWithWhatWasRun(RecordingFormat format)
      throws Exception {
    String option = "--record-format=" + format.ending();
    try (Rig rig = Rig.start("recorded-" + format.ending(), 1280, 720, "--record", option);
        RecordingsPage page = new RecordingsPage()) {
      // Given
      PhoneBrowser phone = rig.live();
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      phone.screenshot(rig.work.resolve("phone-recorded.png"));
      PhoneBrowser desk = page.visit(rig.host).browser;
      desk.await("the recording", () -> page.count("#kept .live") == 1);

      // When
      page.play();
      type(phone, "seq 41 43");

      // Then: the picture moves on, and the caption says what ran
      desk.await("a picture", () -> page.number("video.videoWidth") == 1280);
      desk.await("the caption", () -> page.cues().contains("Runs: seq 41 43"));
      desk.await("its end", () -> page.cues().contains("Ended with 0"));
      double first = page.number("video.currentTime");
      desk.await("playing", () -> page.number("video.currentTime") > first + 1);
      double behind =
          page.number("video.buffered.end(video.buffered.length - 1) - video.currentTime");
      assertThat(behind).isLessThan(5);
      desk.screenshot(rig.work.resolve("recordings-growing.png"));

      // When the phone has left, the file plays from its end to its beginning
      phone.script("document.getElementById('leave').click()");
      desk.await("the end", () -> page.count("#kept .live") == 0);
      page.play();
      desk.await("the whole", () -> page.number("video.duration") > 1);
      desk.await("the caption again", () -> page.cues().contains("Runs: seq 41 43"));
      double at =
          page.number(
              "[...video.textTracks[0].cues].find((c) => c.text.includes('Runs:')).startTime");
      desk.script(
          "const video = document.getElementById('video'); video.pause(); video.currentTime = "
              + (at + 0.1));
      desk.await("the caption on the picture", () -> page.shown().contains("Runs: seq 41 43"));
      desk.screenshot(rig.work.resolve("recordings-whole.png"));
      assertThat(only(rig).name()).endsWith("." + format.ending());
      assertThat(only(rig).complaints()).isBlank();
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
      assertThat(only(rig).complaints()).isBlank();
    }
  }

  @Test
  void shouldRemoveWhatIsTooOldThoughNothingIsRecorded() throws Exception {
    // Given
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "old-");
    Path folder = Files.createDirectories(work.resolve("data/recordings"));
    Path old = Files.createFile(folder.resolve(name("2020-01-01T00:00:00Z")));
    Path young = Files.createFile(folder.resolve(name("2020-01-02T00:00:00Z")));
    Instant now = Instant.now();
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(8))));
    Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofDays(6))));

    // When
    try (HostProcess host = HostProcess.showing("test-pattern", work, "", "--record-max-age=7d")) {
      assertThat(host.isAlive()).isTrue();

      // Then
      Awaitility.await().until(() -> Files.notExists(old));
      assertThat(young).exists();
    }
  }

  private static String name(String began) {
    return RecordingName.of(Instant.parse(began), "phone", RecordingFormat.MP4).value();
  }

  private static void type(PhoneBrowser phone, String command) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
  }

  private static RecordedFile only(Rig rig) throws IOException {
    List<RecordedFile> files = RecordedFile.all(rig.host.dataFolder());
    assertThat(files).hasSize(1);
    return files.get(0);
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
}
