package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenArea;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to convert the colours of a picture of 1920x1080 that is sent in its own size:
 * nothing is scaled.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvertedFrame {

  private static final ScreenArea ALL = ScreenArea.whole(GrabbedFrame.SIZE);

  private final FrameConversion conversion = new FrameConversion();
  private final Frame frame = GrabbedFrame.whole();
  private final Frame line = GrabbedFrame.line(frame);

  /** Makes the library ready. */
  @Setup
  public void load() {
    GrabbedFrame.loadLibrary();
  }

  /** All of it is new. */
  @Benchmark
  public VideoFrameBuffer convert() throws Exception {
    return convert(frame);
  }

  /** A line of text is new; the rest is a copy of the picture before. */
  @Benchmark
  public VideoFrameBuffer convertLine() throws Exception {
    return convert(line);
  }

  private VideoFrameBuffer convert(Frame shown) throws Exception {
    conversion.begin(shown);
    return conversion.convert(shown, ALL, GrabbedFrame.SIZE);
  }

  /** Gives what native memory it has back. */
  @TearDown
  public void dispose() {
    conversion.dispose();
  }
}
