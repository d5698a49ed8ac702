package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recording that cannot be begun or cannot go on stops in sight, and nothing else does (T75). */
@Timeout(180)
class FailingRecordingIT {

  private static final String FRAMES =
      "return document.getElementById('screen').getVideoPlaybackQuality().totalVideoFrames";

  private static final String FULL = "The disk is full";
  private static final String NO_FOLDER = "The folder of recordings cannot be written.";

  @Test
  @Tag("alone")
  void shouldStopRecordingAndNothingElseWhenTheDiskIsFull() throws Exception {
    try (Rig rig = Rig.start("full", 1280, 720, "--record");
        TextWindow text = TextWindow.scrolling(rig.screen.display());
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      // Given
      assertThat(text).isNotNull();
      PhoneBrowser phone = rig.live();
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      desk.awaitText("#sessions", "Being recorded");
      RecordedFile file = RecordedFile.all(rig.host.dataFolder()).get(0);
      long room = file.bytes() + 1_000_000;

      // When no file can grow beyond that any more
      limitFiles(rig, Long.toString(room));

      // Then the phone and the desk are told
      phone.await("no mark", () -> !phone.element("recorded").isDisplayed());
      phone.await("the reason", () -> toast(phone).contains(FULL));
      phone.screenshot(rig.work.resolve("full-phone.png"));
      desk.awaitText("#sessions", FULL);
      desk.browser.screenshot(rig.work.resolve("full-desk.png"));

      // And what fitted is there, and all else goes on
      assertThat(file.bytes()).isLessThanOrEqualTo(room);
      assertThat(file.lastPicture()).isPositive();
      assertGoesOn(phone, "seq 41 43", "42");

      // When there is room again
      limitFiles(rig, "unlimited");
      desk.press("#sessions", "Record");

      // Then it is recorded again, in another file
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      List<RecordedFile> files = RecordedFile.all(rig.host.dataFolder());
      assertThat(files).hasSize(2).first().isEqualTo(file);
      desk.press("#sessions", "Stop recording");
      phone.await("no mark again", () -> !phone.element("recorded").isDisplayed());
      assertThat(files.get(1).complaints()).isBlank();
    }
  }

  @Test
  void shouldSayWhyItCannotBeginAndGoOnOtherwise() throws Exception {
    try (Rig rig = Rig.start("unwritable", 1280, 720);
        TextWindow text = TextWindow.scrolling(rig.screen.display());
        DeskBrowser desk = DeskBrowser.open(rig.host)) {
      assertThat(text).isNotNull();
      PhoneBrowser phone = rig.live();
      desk.await("#sessions [data-link='connected']");

      // When something else is where the recordings would go
      Path folder = Files.createFile(rig.host.dataFolder().resolve("recordings"));
      desk.press("#sessions", "Record");

      // Then
      desk.awaitText("#sessions", NO_FOLDER);
      phone.await("the reason", () -> toast(phone).contains(NO_FOLDER));
      assertThat(phone.element("recorded").isDisplayed()).isFalse();
      assertGoesOn(phone, "seq 41 43", "42");

      // When there is a folder, but no room to unpack an encoder
      Files.delete(folder);
      limitFiles(rig, "200000");
      desk.press("#sessions", "Record");

      // Then
      desk.awaitText("#sessions", "so it cannot record");
      phone.await("the reason", () -> toast(phone).contains("so it cannot record"));
      desk.browser.screenshot(rig.work.resolve("no-encoder.png"));
      assertThat(phone.element("recorded").isDisplayed()).isFalse();
      assertThat(RecordedFile.all(rig.host.dataFolder())).isEmpty();
      assertGoesOn(phone, "seq 51 53", "52");
      assertThat(desk.wrongs()).isEmpty();
    }
  }

  private static String toast(PhoneBrowser phone) {
    return phone.value("return document.getElementById('toast').textContent").toString();
  }

  /** The picture moves and a command runs. */
  private static void assertGoesOn(PhoneBrowser phone, String command, String output) {
    long frames = ((Number) phone.value(FRAMES)).longValue();
    phone.element("command").sendKeys(command);
    phone.element("send").click();
    phone.await("the output", () -> phone.element("runs").getText().contains(output));
    phone.await("more pictures", () -> ((Number) phone.value(FRAMES)).longValue() > frames);
    assertThat(phone.state()).isEqualTo("live");
  }

  /** From now on no file of the host may grow beyond that: what a full disk is to it. */
  private static void limitFiles(Rig rig, String bytes) throws IOException, InterruptedException {
    String pid = String.valueOf(rig.host.pid());
    Process limiting =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":").inheritIO().start();
    assertThat(limiting.waitFor()).isZero();
  }
}
