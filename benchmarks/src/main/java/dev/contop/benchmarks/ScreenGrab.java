package dev.contop.benchmarks;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.x11.OpenX11Screen;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.e2e.Xvfb;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to get one picture from a real X server, the server's part included, by how much of
 * it has changed. Drawing is not measured; the few bytes of heap that telling the painter takes are
 * among those that the profiler counts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScreenGrab {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What changes before each grab. */
  public enum Change {
    /** All of the screen. */
    SCREEN,
    /** A line of text: 16 rows. */
    LINE,
    /** No pixel: the pointer is asked for and nothing is fetched. */
    NOTHING;

    Optional<ScreenArea> area(ScreenSize screen) {
      return switch (this) {
        case SCREEN -> Optional.of(ScreenArea.whole(screen));
        case LINE -> Optional.of(new ScreenArea(200, 500, new ScreenSize(700, 16)));
        case NOTHING -> Optional.empty();
      };
    }
  }

  /** The size of the screen. */
  @Param({"1280x720", "1920x1080"})
  public String size = "";

  @Param public Change change = Change.SCREEN;

  private Optional<Xvfb> server = Optional.empty();
  private Optional<Screen> screen = Optional.empty();
  private Optional<Painter> painter = Optional.empty();

  /** Starts a server of that size and opens its screen. */
  @Setup
  public void start() throws IOException, ScreenUnavailable {
    int x = size.indexOf('x');
    ScreenSize all =
        new ScreenSize(
            Integer.parseInt(size.substring(0, x)), Integer.parseInt(size.substring(x + 1)));
    Xvfb started = Xvfb.start(all.width(), all.height());
    server = Optional.of(started);
    screen = Optional.of(new OpenX11Screen(started.display()).open());
    Optional<ScreenArea> changing = change.area(all);
    if (changing.isPresent()) {
      painter = Optional.of(Painter.of(started.display(), changing.get()));
    }
    grab();
    requireDamage(new Damage(changing));
  }

  /** What is measured is what the name of the change says, or nothing is. */
  private void requireDamage(Damage wanted) throws IOException, ScreenUnavailable {
    draw();
    Damage damage = grab().damage();
    if (!damage.equals(wanted)) {
      throw new IllegalStateException(change + " changed " + damage);
    }
  }

  /** Changes the screen, and waits until that is known. */
  @Setup(Level.Invocation)
  public void draw() throws IOException, ScreenUnavailable {
    if (painter.isPresent()) {
      painter.get().draw();
      if (!screen.orElseThrow().awaitChange(PATIENCE)) {
        throw new IllegalStateException("Nobody told of what was drawn");
      }
    }
  }

  @Benchmark
  public Frame grab() throws ScreenUnavailable {
    return screen.orElseThrow().grab();
  }

  /** Ends all of them. */
  @TearDown
  public void end() {
    painter.ifPresent(Painter::close);
    screen.ifPresent(Screen::close);
    server.ifPresent(Xvfb::close);
  }
}
