package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.contop.application.screen.Frame;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a frame takes from the heap once everything has been used before: a picture is 3 MB. */
class ConversionAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ScreenSize SCREEN = new ScreenSize(1920, 1080);

  /** About twice what it takes at most. */
  private static final long BYTES = 5000;

  private static final int WARM_UP = 50;
  private static final int FRAMES = 100;

  @BeforeAll
  static void loadTheLibrary() {
    new PeerConnectionFactory(new HeadlessAudioDeviceModule()).dispose();
  }

  @ParameterizedTest
  @CsvSource({
    // size that is sent, rows that are new
    "1920, 1080, 1080",
    "1280, 720, 1080",
    "1920, 1080, 16",
    "1280, 720, 16",
  })
  void shouldHardlyUseTheHeap(int width, int height, int rows) throws Exception {
    // Given
    FrameConversion conversion = new FrameConversion();
    ScreenSize sent = new ScreenSize(width, height);
    Frame frame = frame().with(damage(rows));

    // When
    long bytes = 0;
    for (int i = -WARM_UP; i < FRAMES; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      conversion.begin(frame);
      conversion.convert(frame, ScreenArea.whole(SCREEN), sent);
      bytes += i < 0 ? 0 : THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    conversion.dispose();

    // Then
    System.out.printf("heap a frame, %s, %d rows: %d%n", sent, rows, bytes / FRAMES);
    assertThat(bytes / FRAMES).isLessThan(BYTES);
  }

  private static Damage damage(int rows) {
    return Damage.of(new ScreenArea(0, 0, new ScreenSize(SCREEN.width(), rows)));
  }

  private static Frame frame() {
    int stride = SCREEN.width() * 4;
    return new Frame(ByteBuffer.allocateDirect(stride * SCREEN.height()), stride, SCREEN);
  }
}
