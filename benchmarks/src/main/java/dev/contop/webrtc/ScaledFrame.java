package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.util.Optional;
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
 * What it costs to make a picture of 1920x1080 smaller, with its colours to convert before or, as
 * for a second size that somebody watches, without.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScaledFrame {

  private static final ScreenSize SCREEN = GrabbedFrame.SIZE;

  /** The width that is sent: 3/4, 2/3 and 1/2. */
  @Param({"1440", "1280", "960"})
  public int width;

  private final FrameConversion conversion = new FrameConversion();
  private final Frame frame = GrabbedFrame.whole();
  private final Frame line = GrabbedFrame.line(frame);
  private Optional<NativeI420Buffer> converted = Optional.empty();
  private ScreenSize target = SCREEN;

  /** Makes the library ready, chooses the height for the width, and converts once. */
  @Setup
  public void choose() throws Exception {
    GrabbedFrame.loadLibrary();
    target = new ScreenSize(width, width * 9 / 16);
    NativeI420Buffer colours = NativeI420Buffer.allocate(SCREEN.width(), SCREEN.height());
    new ColourConversion().convert(frame, colours);
    converted = Optional.of(colours);
  }

  /** All of it is new; its colours are there. */
  @Benchmark
  public int scale() {
    VideoFrameBuffer scaled =
        converted
            .orElseThrow()
            .cropAndScale(0, 0, SCREEN.width(), SCREEN.height(), target.width(), target.height());
    int height = scaled.getHeight();
    scaled.release();
    return height;
  }

  /** All of it is new. */
  @Benchmark
  public VideoFrameBuffer convertAndScale() throws Exception {
    return convert(frame);
  }

  /** A line of text is new. */
  @Benchmark
  public VideoFrameBuffer convertAndScaleLine() throws Exception {
    return convert(line);
  }

  private VideoFrameBuffer convert(Frame shown) throws Exception {
    conversion.begin(shown);
    return conversion.convert(shown, ScreenArea.whole(SCREEN), target);
  }

  /** Gives what native memory it has back. */
  @TearDown
  public void dispose() {
    converted.ifPresent(NativeI420Buffer::release);
    conversion.dispose();
  }
}
