package dev.contop.benchmarks;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.x11.OpenX11Screen;
import dev.contop.e2e.Xvfb;
import java.io.IOException;
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

/** What it costs to get one picture from a real X server, the server's part included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScreenGrab {

  /** The size of the screen. */
  @Param({"1280x720", "1920x1080"})
  public String size = "";

  private Optional<Xvfb> server = Optional.empty();
  private Optional<Screen> screen = Optional.empty();

  /** Starts a server of that size and opens its screen. */
  @Setup
  public void start() throws IOException, ScreenUnavailable {
    int x = size.indexOf('x');
    Xvfb started =
        Xvfb.start(Integer.parseInt(size.substring(0, x)), Integer.parseInt(size.substring(x + 1)));
    server = Optional.of(started);
    screen = Optional.of(new OpenX11Screen(started.display()).open());
  }

  @Benchmark
  public Frame grab() throws ScreenUnavailable {
    return screen.orElseThrow().grab();
  }

  /** Ends both. */
  @TearDown
  public void end() {
    screen.ifPresent(Screen::close);
    server.ifPresent(Xvfb::close);
  }
}
