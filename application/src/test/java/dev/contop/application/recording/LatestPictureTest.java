package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** The newest picture wins, and whoever reads one keeps it (T75). */
class LatestPictureTest {

  private static final ScreenSize SIZE = new ScreenSize(4, 2);

  private final LatestPicture latest = new LatestPicture();

  @Test
  void shouldHaveNothingBeforeTheFirst() {
    assertThat(latest.take()).isEmpty();
    assertThat(latest.isChanged()).isFalse();
  }

  @Test
  void shouldNotTakeAnUnchangedPictureForANewOne() {
    // Given
    latest.offer(frame(1), 10);
    assertThat(latest.take()).isPresent();
    latest.giveBack();

    // Then
    assertThat(latest.offer(frame(1), 20)).isFalse();
    assertThat(latest.isChanged()).isFalse();
    assertThat(latest.take().orElseThrow().capturedNanos()).isEqualTo(10);
    latest.giveBack();
    assertThat(latest.offer(frame(2), 30)).isTrue();
    assertThat(latest.isChanged()).isTrue();
  }

  @Test
  void shouldLeaveAPictureAloneThatIsBeingRead() {
    // Given
    latest.offer(frame(1), 10);
    LatestPicture.Taken read = latest.take().orElseThrow();

    // When
    latest.offer(frame(2), 20);
    latest.offer(frame(3), 30);
    latest.offer(frame(4), 40);

    // Then
    assertThat(read.pixels().get(0)).isEqualTo((byte) 1);
    latest.giveBack();
    assertThat(latest.take().orElseThrow().pixels().get(0)).isEqualTo((byte) 4);
  }

  @Test
  void shouldFollowTheScreensSize() {
    // Given
    latest.offer(frame(1), 10);

    // When
    ScreenSize larger = new ScreenSize(40, 20);
    ByteBuffer pixels = ByteBuffer.allocateDirect(40 * 20 * 4);
    latest.offer(new Frame(pixels, 160, larger), 20);

    // Then
    assertThat(latest.take().orElseThrow().size()).isEqualTo(larger);
  }

  private static Frame frame(int shade) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(32);
    while (pixels.hasRemaining()) {
      pixels.put((byte) shade);
    }
    return new Frame(pixels.clear(), 16, SIZE);
  }
}
