package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.capture.recording.FoundEncoder;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On a disk that is nearly full recording stops in sight, and leaves the room that the audit log
 * needs: whatever is audited goes on (T75).
 */
@Tag("alone")
@Timeout(180)
class FullDiskIT {

  /** What recordings leave, and a little for the folders and the first seconds. */
  private static final long RESERVE = 256_000_000;

  private static final long DISK = RESERVE + 16_000_000;

  /** How far a recording of this screen gets until it looks again. */
  private static final long OVERSHOT = 3_000_000;

  private static final ScreenSize NOISE = new ScreenSize(320, 180);

  private static final String NEARLY_FULL = "The disk is nearly full";

  @Test
  void shouldStopRecordingBeforeTheAuditLogHasNoRoomAndNothingElse() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path work = Files.createTempDirectory(artifacts, "small-");
    try (SmallDisk disk = SmallDisk.mount(work.resolve("data"), DISK);
        Xvfb screen = Xvfb.start(1280, 720);
        TextWindow text = TextWindow.scrolling(screen.display());
        HostProcess host = HostProcess.start(work, screen.display(), "--record");
        PhoneBrowser phone = PhoneBrowser.open();
        DeskBrowser desk = DeskBrowser.open(host)) {
      assertThat(text).isNotNull();
      // Given a phone that is recorded, and a disk of which others have taken nearly all
      phone.visit(host.link()).awaitState("live").awaitPicture();
      phone.await("the mark", () -> phone.element("recorded").isDisplayed());
      desk.awaitText("#sessions", "Being recorded");

      // When
      disk.fillBut(RESERVE + 500_000);

      // Then the recording itself takes the rest, and then phone, desk and log are told
      phone.await("no mark", () -> !phone.element("recorded").isDisplayed());
      phone.await("the reason", () -> toast(phone).contains(NEARLY_FULL));
      phone.screenshot(work.resolve("nearly-full-phone.png"));
      desk.awaitText("#sessions", NEARLY_FULL);
      assertThat(host.log()).contains(NEARLY_FULL);
      System.out.printf("full disk: %d bytes of the reserve were used%n", RESERVE - disk.room());
      assertThat(disk.room()).isBetween(RESERVE - OVERSHOT, RESERVE);

      // And what was recorded is whole, and what is audited goes on
      RecordedFile file = RecordedFile.all(host.dataFolder()).get(0);
      assertThat(file.complaints()).isBlank();
      run(phone, "seq 41 43", "42");

      // When it is asked for all the same, none begins
      desk.press("#sessions", "Record");
      phone.await("the reason again", () -> count(host) >= 2);
      assertThat(phone.element("recorded").isDisplayed()).isFalse();
      assertThat(RecordedFile.all(host.dataFolder())).containsExactly(file);

      // When there is room again
      disk.empty();
      desk.press("#sessions", "Record");

      // Then
      phone.await("the mark again", () -> phone.element("recorded").isDisplayed());
      List<RecordedFile> files = RecordedFile.all(host.dataFolder());
      assertThat(files).hasSize(2).first().isEqualTo(file);
      run(phone, "seq 51 53", "52");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayThatTheDiskIsFullOnceTheLastByteIsWritten(RecordingFormat format) throws Exception {
    // Given an encoder on a disk on which nobody leaves a reserve
    Path artifacts = Files.createDirectories(Painted.artifacts()).toAbsolutePath();
    Path place = Files.createTempDirectory(artifacts, "last-").resolve("disk");
    RecordingName name = RecordingName.of(Instant.EPOCH, "phone", format);
    try (SmallDisk disk = SmallDisk.mount(place, 1_000_000)) {
      Path video = Files.createFile(place.resolve(name.value()));
      VideoFile file = new FoundEncoder(place).open(name, NOISE);

      // When
      RecordingFailed failed =
          catchThrowableOfType(RecordingFailed.class, () -> addNoise(file, 1000));
      Throwable atTheEnd = catchThrowable(file::close);

      // Then
      assertThat(failed.reason()).isEqualTo("The disk is full, or may not be written.");
      assertThat(atTheEnd).satisfiesAnyOf(none -> assertThat(none).isNull(), FullDiskIT::isInWords);
      assertThat(disk.room()).isZero();
      assertThat(new RecordedFile(video).lastPicture()).isPositive();
    }
  }

  private static void isInWords(Throwable failed) {
    assertThat(failed).isInstanceOf(RecordingFailed.class);
  }

  private static void addNoise(VideoFile file, int pictures) throws RecordingFailed {
    Random random = new Random(1);
    byte[] noise = new byte[NOISE.width() * NOISE.height() * 4];
    for (int i = 0; i < pictures; i++) {
      random.nextBytes(noise);
      ByteBuffer pixels = ByteBuffer.allocateDirect(noise.length).put(noise).clear();
      file.add(pixels, NOISE.width() * 4, Duration.ofMillis(64L * i));
    }
  }

  private static void run(PhoneBrowser phone, String command, String output) {
    phone.element("command").sendKeys(command);
    phone.element("send").click();
    phone.await("the output", () -> phone.element("runs").getText().contains(output));
  }

  private static String toast(PhoneBrowser phone) {
    return phone.value("return document.getElementById('toast').textContent").toString();
  }

  /** How often the log says that the disk is nearly full. */
  private static long count(HostProcess host) {
    try {
      return host.log().lines().filter(line -> line.contains(NEARLY_FULL)).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
