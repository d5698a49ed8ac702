package dev.contop.capture.testpattern;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.capture.Doze;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** A test pattern that is drawn when it is grabbed, and changes at a steady beat. */
final class TestPatternScreen implements Screen {

  private final OpenTestPattern settings;
  private final Frame frame;
  private final DrawPattern drawing;
  private final Doze doze = new Doze();
  private final long beat;
  private final long start = System.nanoTime();
  private long shown = -1;
  private boolean closed;

  TestPatternScreen(OpenTestPattern settings) {
    this.settings = settings;
    ScreenSize size = settings.size();
    int stride = size.width() * Integer.BYTES;
    ByteBuffer pixels =
        ByteBuffer.allocateDirect(stride * size.height()).order(ByteOrder.LITTLE_ENDIAN);
    frame = new Frame(pixels, stride, size);
    drawing = new DrawPattern(pixels.asIntBuffer(), size);
    beat = settings.every().toNanos();
  }

  @Override
  public ScreenSize size() {
    return settings.size();
  }

  @Override
  public boolean awaitChange(Duration atMost) {
    requireOpen();
    long now = System.nanoTime();
    boolean woke = doze.wasWoken();
    long untilChange = shown == current(now) ? beat - (now - start) % beat : 0;
    long nanos = woke ? 0 : Math.min(untilChange, nanos(atMost));
    if (nanos > 0) {
      doze.sleep(nanos);
    }
    return shown != current(System.nanoTime());
  }

  private static long nanos(Duration atMost) {
    Duration longest = Duration.ofHours(1);
    return (atMost.compareTo(longest) < 0 ? atMost : longest).toNanos();
  }

  private long current(long now) {
    return (now - start) / beat;
  }

  @Override
  public Frame grab() {
    requireOpen();
    shown = current(System.nanoTime());
    drawing.show(LocalTime.now(settings.clock()), shown);
    frame.pixels().clear();
    return frame;
  }

  @Override
  public Optional<Frame> last() {
    requireOpen();
    frame.pixels().clear();
    return shown == current(System.nanoTime()) ? Optional.of(frame) : Optional.empty();
  }

  @Override
  public void wake() {
    doze.wake();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The screen is closed");
    }
  }
}
