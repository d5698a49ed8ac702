package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrameConversionTest {

  /** Red, as X11 writes it: blue, green, red, unused. */
  private static final int RED = 0x00ff0000;

  private final FrameConversion conversion = new FrameConversion();

  @BeforeAll
  static void loadTheLibrary() {
    new PeerConnectionFactory(new HeadlessAudioDeviceModule()).dispose();
  }

  @Test
  void shouldKeepColours() throws Exception {
    for (int maxWidth : new int[] {64, 65, 40}) {
      for (int padding : new int[] {0, 3}) {
        // Given
        Frame frame = red(65, 33, padding);
        ScreenSize target = frame.size().fittedTo(maxWidth);

        // When
        VideoFrameBuffer converted = conversion.convert(frame, target);

        // Then
        I420Buffer picture = converted.toI420();
        assertThat(new ScreenSize(picture.getWidth(), picture.getHeight())).isEqualTo(target);
        // BT.601, limited range: pure red is Y 82, U 90, V 240.
        int lastRow = (target.height() - 1) * picture.getStrideY() + target.width() - 1;
        assertThat(picture.getDataY().get(lastRow) & 0xff).isBetween(80, 84);
        assertThat(picture.getDataU().get(0) & 0xff).isBetween(88, 92);
        assertThat(picture.getDataV().get(0) & 0xff).isBetween(238, 242);
        converted.release();
      }
    }
  }

  @Test
  void shouldLeaveNoNativeMemoryBehind() throws Exception {
    // Given
    Frame whole = red(1280, 720, 0);
    Frame odd = red(1281, 721, 0);
    convertOften(whole, odd, 50);
    long before = residentKilobytes();

    // When
    convertOften(whole, odd, 300);

    // Then: a leak would be 300 times 3 pictures of 1.4 MB.
    assertThat(residentKilobytes() - before).isLessThan(100_000);
  }

  private void convertOften(Frame whole, Frame odd, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      conversion.convert(whole, whole.size()).release();
      conversion.convert(odd, odd.size().fittedTo(1281)).release();
      conversion.convert(whole, whole.size().fittedTo(1000)).release();
    }
    conversion.dispose();
  }

  private static Frame red(int width, int height, int padding) {
    int stride = (width + padding) * 4;
    ByteBuffer pixels = ByteBuffer.allocateDirect(stride * height).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.putInt(y * stride + x * 4, RED);
      }
    }
    return new Frame(pixels, stride, new ScreenSize(width, height));
  }

  private static long residentKilobytes() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("No VmRSS");
  }
}
