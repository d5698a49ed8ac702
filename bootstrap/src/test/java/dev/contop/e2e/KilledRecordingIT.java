package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A host that records a phone's session is killed at random moments: what it leaves is whole, is
 * played with its captions by the next host, and these say what the audit log says (T75).
 */
@Tag("alone")
@Timeout(600)
class KilledRecordingIT {

  private static final long SEED = 20_240_613;

  /** Twice, unless {@code -Dcontop.soak} asks for more. */
  private static final int KILLS = 2 * Math.min(5, Integer.getInteger("contop.soak", 1));

  /** A fragment, and the pause between two pictures of a still screen, on a busy machine. */
  private static final Duration MOST_LOST = Duration.ofMillis(2500);

  private static final Duration APART = Duration.ofMillis(500);

  /** What a host that was killed left, and when that was. */
  private record Left(RecordedFile file, Instant killed, String command) {}

  @Test
  void shouldLeaveAWholeRecordingWheneverItIsKilled() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "killed-");
    Random random = new Random(SEED);
    try (Xvfb screen = Xvfb.start(1280, 720);
        PhoneBrowser phone = PhoneBrowser.open();
        RecordingsPage page = new RecordingsPage()) {
      Left left;
      try (HostProcess first = start(work, screen, 0)) {
        left = recordAndKill(first, screen, phone, 0, random.nextInt(3500));
      }
      for (int kill = 1; kill <= KILLS; kill++) {
        assertWhole(work, left);
        // The next host plays what the one before it left, and is killed in its turn.
        boolean last = kill == KILLS;
        try (HostProcess host = start(work, screen, kill)) {
          assertPlayed(page.visit(host), left);
          if (last) {
            page.browser.screenshot(work.resolve("killed.png"));
          } else {
            left = recordAndKill(host, screen, phone, kill, random.nextInt(3500));
          }
        }
      }
    }
  }

  private static HostProcess start(Path work, Xvfb screen, int kill) throws IOException {
    String format = kill % 2 == 0 ? "mp4" : "webm";
    return HostProcess.start(work, screen.display(), "--record", "--record-format", format);
  }

  private static Left recordAndKill(
      HostProcess host, Xvfb screen, PhoneBrowser phone, int kill, int afterMillis)
      throws Exception {
    boolean moving = (kill + kill / 2) % 2 == 1;
    List<RecordedFile> before = RecordedFile.all(host.dataFolder());
    try (TextWindow text =
        moving ? TextWindow.scrolling(screen.display()) : TextWindow.still(screen.display())) {
      assertThat(text).isNotNull();
      phone.visit(host.link()).awaitState("live").awaitPicture();
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      String command = "seq 41 " + (43 + kill);
      phone.element("command").sendKeys(command);
      phone.element("send").click();
      phone.await("its end", () -> phone.element("runs").getText().contains("42"));
      phone.element("command").sendKeys("tail -f /dev/null");
      phone.element("send").click();
      Awaitility.await().until(() -> !Processes.executions().isEmpty());
      // A little of it is to be on the disk; then any moment is as good as another.
      long soonest = System.nanoTime() + Duration.ofMillis(500 + afterMillis).toNanos();
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> System.nanoTime() > soonest);

      Instant killed = Instant.now();
      ProcessHandle.of(host.pid()).orElseThrow().destroyForcibly();

      Awaitility.await().until(() -> !host.isAlive() && Processes.executions().isEmpty());
      List<RecordedFile> fresh =
          RecordedFile.all(host.dataFolder()).stream()
              .filter(file -> !before.contains(file))
              .toList();
      assertThat(fresh).hasSize(1);
      System.out.printf(
          "killed %d: %s, %s, %d ms after its beginning%n",
          kill,
          fresh.get(0).name(),
          moving ? "moving" : "still",
          Duration.between(fresh.get(0).began(), killed).toMillis());
      return new Left(fresh.get(0), killed, command);
    }
  }

  private static void assertWhole(Path work, Left left) throws Exception {
    RecordedFile file = left.file();
    assertThat(file.complaints()).isBlank();
    Duration lost = Duration.between(file.began(), left.killed()).minus(file.lastPicture());
    System.out.printf("killed: the last %d ms were lost%n", lost.toMillis());
    assertThat(lost).isLessThan(MOST_LOST);

    // All that was audited stands beside it, at its moment, but for what the kill came between.
    List<RecordedFile.Cue> audited = AuditedWords.since(work.resolve("data"), file.began());
    List<RecordedFile.Cue> cues = file.cues();
    assertThat(cues).hasSizeBetween(audited.size() - 1, audited.size());
    assertThat(cues).extracting(RecordedFile.Cue::words).contains("Runs: " + left.command());
    for (int i = 0; i < cues.size(); i++) {
      assertThat(cues.get(i).words()).startsWith(audited.get(i).words());
      assertThat(cues.get(i).at().minus(audited.get(i).at()).abs()).isLessThan(APART);
    }
  }

  private static void assertPlayed(RecordingsPage page, Left left) throws Exception {
    PhoneBrowser browser = page.browser;
    page.play(left.file());
    browser.await("a picture", () -> page.number("video.videoWidth") == 1280);
    browser.await("the caption", () -> page.cues().contains("Runs: " + left.command()));
    browser.await("the command that was running", () -> page.cues().contains("Runs: tail"));

    // From its beginning to its last picture, and the caption appears on it
    double end = left.file().lastPicture().toMillis() / 1000.0;
    double at =
        page.number(
            "[...video.textTracks[0].cues].find((c) => c.text.includes('Runs:')).startTime");
    assertThat(at).isBetween(0.0, end);
    browser.script("document.getElementById('video').playbackRate = 4");
    browser.await("the end", () -> page.number("video.ended ? 1 : 0") == 1);
    assertThat(page.number("video.currentTime")).isGreaterThan(end - 0.7);
    assertThat(page.number("video.error ? 1 : 0")).isZero();
    assertThat(browser.element("trouble").isDisplayed()).isFalse();
    browser.script(
        "const video = document.getElementById('video'); video.pause();"
            + " video.currentTime = arguments[0]",
        at + 0.1);
    browser.await(
        "the caption on the picture", () -> page.shown().contains("Runs: " + left.command()));
  }
}
