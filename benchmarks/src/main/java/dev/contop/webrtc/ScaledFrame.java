package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to turn a grabbed picture of 1920x1080 into what an encoder takes.
 *
 * <p>In this package since nobody else needs to see the conversion.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScaledFrame {

  private static final ScreenSize SCREEN = new ScreenSize(1920, 1080);
  private static final int BYTES_PER_PIXEL = 4;

  /** The width that is sent: whole, 3/4, 2/3 and 1/2. */
  @Param({"1920", "1440", "1280", "960"})
  public int width;

  private final FrameConversion conversion = new FrameConversion();
  private final Frame frame = noise();
  private final Frame line =
      frame.with(Damage.of(new ScreenArea(200, 500, new ScreenSize(700, 16))));
  private ScreenSize target = SCREEN;

  private static Frame noise() {
    byte[] pixels = new byte[SCREEN.width() * SCREEN.height() * BYTES_PER_PIXEL];
    new Random(5).nextBytes(pixels);
    ByteBuffer direct = ByteBuffer.allocateDirect(pixels.length).put(pixels).flip();
    return new Frame(direct, SCREEN.width() * BYTES_PER_PIXEL, SCREEN);
  }

  /** Loads the native library, which only a factory does, and chooses the height for the width. */
  @Setup
  public void choose() {
    new PeerConnectionFactory(new HeadlessAudioDeviceModule()).dispose();
    target = new ScreenSize(width, width * 9 / 16);
  }

  /** All of it is new. */
  @Benchmark
  public VideoFrameBuffer convert() throws Exception {
    return convert(frame);
  }

  /** A line of text is new. */
  @Benchmark
  public VideoFrameBuffer convertLine() throws Exception {
    return convert(line);
  }

  private VideoFrameBuffer convert(Frame shown) throws Exception {
    conversion.begin(shown);
    return conversion.convert(shown, ScreenArea.whole(SCREEN), target);
  }

  /** Gives the picture before scaling back. */
  @TearDown
  public void dispose() {
    conversion.dispose();
  }
}
