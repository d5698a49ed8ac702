package dev.contop.capture.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.screen.DesktopSystem;
import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.ScreenContract;
import dev.contop.capture.polling.LendMemory;
import dev.contop.capture.polling.PollingScreen;
import dev.contop.capture.x11.Pixels;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** All but the native capturer itself, which ends the process on this system. */
class LibraryScreenTest extends ScreenContract {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final NativeEdge edge = new NativeEdge();
  private final PaintedCapturer capturer = new PaintedCapturer(edge);
  private int grey = 0x202020;

  @Override
  protected OpenScreen subject() {
    return () ->
        PollingScreen.open(new LibraryDesktop(edge, capturer, PATIENCE), Duration.ofMillis(20));
  }

  @Override
  protected void change() {
    grey += 0x101010;
    capturer.paint(grey);
  }

  @Test
  void shouldRefuseLinuxInWordsBeforeItTouchesTheLibrary() {
    assertThatThrownBy(
            () -> new OpenLibraryScreen(DesktopSystem.LINUX, Duration.ofMillis(33)).open())
        .isInstanceOfSatisfying(
            ScreenUnavailable.class,
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(
                        "The WebRTC library's capturer works on Windows and macOS only: use --screen"
                            + " x11, or --screen virtual"));
  }

  @Test
  void shouldBringColoursAboutRight() throws Exception {
    for (int colour : new int[] {0xe01020, 0x10e020, 0x1020e0, 0xffffff, 0x000000}) {
      // Given
      capturer.paint(colour);

      // When
      Pixels pixels = Pixels.of(screen.grab());

      // Then
      for (int shift = 0; shift <= 16; shift += 8) {
        assertThat((pixels.at(33, 21) >> shift) & 0xff)
            .as("%06x, from bit %d", colour, shift)
            .isBetween(((colour >> shift) & 0xff) - 6, ((colour >> shift) & 0xff) + 6);
      }
    }
  }

  @Test
  void shouldFollowAChangeOfSizeToAnOddOne() throws Exception {
    // Given
    settle();

    // When
    capturer.resize(31, 17);

    // Then
    assertThat(screen.awaitChange(Duration.ofSeconds(5))).isTrue();
    assertThat(screen.grab().size()).isEqualTo(new ScreenSize(31, 17));
  }

  @Test
  void shouldAskAgainWhenNoPictureComes() throws Exception {
    // Given
    int before = capturer.captured();
    capturer.paint(0xffffff);
    capturer.fail(3);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(capturer.captured() - before).isEqualTo(4);
    assertThat(pixels.at(0, 0) & 0xff).isGreaterThan(240);
  }

  @Test
  void shouldSayWhatToDoWhenNoneComesInTime() {
    // Given
    capturer.fail(Integer.MAX_VALUE);

    // When / Then
    assertThatThrownBy(screen::grab)
        .isInstanceOfSatisfying(
            ScreenUnavailable.class,
            none -> assertThat(none.reason()).contains("--screen robot", "record the screen"));
  }

  @Test
  void shouldLetNothingThrownBackIntoTheLibrary() {
    // Given
    edge.expect(
        size -> {
          throw new IllegalStateException("no memory for " + size);
        });

    // When
    capturer.capture();

    // Then
    assertThat(edge.taken()).isFalse();
  }

  @Test
  void shouldTakeNoPictureThatFailedAndNoneThatNobodyAskedFor() {
    // Given
    PictureMemory memory = new PictureMemory();
    edge.expect(memory);

    // When
    capturer.captureInVain();
    boolean failed = edge.taken();
    capturer.capture();

    // Then
    assertThat(failed).isFalse();
    assertThat(edge.taken()).isFalse();
    assertThat(memory.lent()).isZero();
  }

  /** Counts how often it is asked for. */
  private static final class PictureMemory implements LendMemory {
    private int lent;

    @Override
    public ByteBuffer of(ScreenSize size) {
      lent++;
      return ByteBuffer.allocateDirect(size.width() * size.height() * 4);
    }

    int lent() {
      return lent;
    }
  }

  @Test
  void shouldDisposeOfTheCapturerOnce() {
    // When
    screen.close();
    screen.close();

    // Then
    assertThat(capturer.disposed()).isEqualTo(1);
  }
}
