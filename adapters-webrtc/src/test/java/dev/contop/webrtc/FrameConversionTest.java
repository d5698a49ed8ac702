package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameConversionTest {

  /** Red, as X11 writes it: blue, green, red, unused. */
  private static final int RED = 0x00ff0000;

  /** The library steps through a row in 65536ths of a pixel, which add up. */
  private static final int ROUNDING = 1;

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
        VideoFrameBuffer converted = convert(frame, target);

        // Then
        I420Buffer picture = converted.toI420();
        assertThat(new ScreenSize(picture.getWidth(), picture.getHeight())).isEqualTo(target);
        // BT.601, limited range: pure red is Y 82, U 90, V 240.
        int lastRow = (target.height() - 1) * picture.getStrideY() + target.width() - 1;
        assertThat(picture.getDataY().get(lastRow) & 0xff).isBetween(80, 84);
        assertThat(picture.getDataU().get(0) & 0xff).isBetween(88, 92);
        assertThat(picture.getDataV().get(0) & 0xff).isBetween(238, 242);
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
      convert(whole, whole.size());
      convert(odd, odd.size().fittedTo(1281));
      convert(whole, whole.size().fittedTo(1000));
      convert(part(whole, i), whole.size());
      convert(part(whole, i), whole.size().fittedTo(960));
      convert(whole, whole.size().fittedTo(2 + i % 100));
    }
    conversion.dispose();
  }

  private static Frame part(Frame frame, int at) {
    return frame.with(Damage.of(new ScreenArea(at, at, new ScreenSize(30, 20))));
  }

  private VideoFrameBuffer convert(Frame frame, ScreenSize target) throws Exception {
    conversion.begin(frame);
    return conversion.convert(frame, ScreenArea.whole(frame.size()), target);
  }

  /** T78: what is made of the changed part alone is what is made of the whole. */
  @ParameterizedTest
  @CsvSource({
    // screen, padding, part of it, size that is sent
    "192, 108, 0,  0,  0, 192, 108, 192, 108",
    "192, 108, 0,  0,  0, 192, 108, 128, 72",
    "192, 108, 0,  0,  0, 192, 108, 144, 80",
    "192, 112, 0,  0,  0, 192, 112, 144, 84",
    "192, 108, 0,  0,  0, 192, 108,  96, 54",
    "192, 108, 0,  0,  0, 192, 108,  48, 26",
    "192, 108, 5,  0,  0, 192, 108, 128, 72",
    "193, 109, 0,  0,  0, 193, 109, 192, 108",
    "193, 109, 3,  0,  0, 193, 109, 128, 72",
    "192, 108, 0, 30, 12, 120,  90,  80, 60",
    "192, 108, 0, 30, 12, 120,  90, 120, 90",
  })
  void shouldMakeOfAPartWhatItMakesOfTheWhole(
      int width, int height, int padding, int x, int y, int w, int h, int sentWidth, int sentHeight)
      throws Exception {
    // Given
    Random random = new Random(78);
    ScreenArea area = new ScreenArea(x, y, new ScreenSize(w, h));
    ScreenSize sent = new ScreenSize(sentWidth, sentHeight);
    Frame frame = red(width, height, padding);
    conversion.begin(frame);
    byte[] before = planes(conversion.convert(frame, area, sent));
    for (int round = 0; round < 50; round++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      ScreenArea changed =
          new ScreenArea(
              left,
              top,
              new ScreenSize(1 + random.nextInt(width - left), 1 + random.nextInt(height - top)));
      VideoFrameBuffer handedOut = conversion.convert(frame, area, sent);
      handedOut.retain();

      // When
      draw(frame, changed, random.nextInt());
      conversion.begin(frame.with(Damage.of(changed)));
      VideoFrameBuffer partly = conversion.convert(frame, area, sent);

      // Then
      FrameConversion fresh = new FrameConversion();
      fresh.begin(frame);
      byte[] whole = planes(fresh.convert(frame, area, sent));
      assertThat(difference(planes(partly), whole))
          .as("round %d, %s", round, changed)
          .isLessThanOrEqualTo(ROUNDING);
      assertThat(planes(handedOut)).as("what an encoder may still read").isEqualTo(before);
      handedOut.release();
      fresh.dispose();
      before = planes(partly);
    }
    conversion.dispose();
  }

  @Test
  void shouldMakeWhatHasNotChangedOnce() throws Exception {
    // Given
    Frame frame = red(64, 36, 0);
    ScreenSize half = new ScreenSize(32, 18);
    VideoFrameBuffer first = convert(frame, half);

    // When
    VideoFrameBuffer same = conversion.convert(frame, ScreenArea.whole(frame.size()), half);
    VideoFrameBuffer again = convert(frame.with(Damage.NONE), half);
    VideoFrameBuffer changed = convert(part(frame, 0), half);

    // Then
    assertThat(same).isSameAs(first);
    assertThat(again).isSameAs(first);
    assertThat(changed).isNotSameAs(first);
    conversion.dispose();
  }

  private static int difference(byte[] one, byte[] other) {
    assertThat(one).hasSameSizeAs(other);
    int most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs((one[i] & 0xff) - (other[i] & 0xff)));
    }
    return most;
  }

  private static void draw(Frame frame, ScreenArea area, int colour) {
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        frame.pixels().putInt(y * frame.stride() + x * 4, colour * (x ^ y));
      }
    }
  }

  /** The bytes of the planes, one after the other, without what pads their rows. */
  private static byte[] planes(VideoFrameBuffer buffer) {
    I420Buffer picture = buffer.toI420();
    int width = picture.getWidth();
    int height = picture.getHeight();
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    ByteBuffer planes = ByteBuffer.allocate(width * height + 2 * halfWidth * halfHeight);
    put(planes, picture.getDataY(), picture.getStrideY(), width, height);
    put(planes, picture.getDataU(), picture.getStrideU(), halfWidth, halfHeight);
    put(planes, picture.getDataV(), picture.getStrideV(), halfWidth, halfHeight);
    return planes.array();
  }

  private static void put(ByteBuffer planes, ByteBuffer plane, int stride, int width, int height) {
    for (int row = 0; row < height; row++) {
      planes.put(plane.slice(row * stride, width));
    }
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
