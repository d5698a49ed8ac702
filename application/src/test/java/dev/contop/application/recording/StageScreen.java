package dev.contop.application.recording;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A screen that shows to its readers what a test says, on the test's thread. */
final class StageScreen implements WatchScreen {

  static final ScreenSize SIZE = new ScreenSize(32, 16);

  private final List<ReadFrames> readers = new CopyOnWriteArrayList<>();
  private final AtomicInteger refreshes = new AtomicInteger();

  @Override
  public Watching watch(ReadFrames reader) {
    readers.add(reader);
    return new Watching() {
      @Override
      public void refresh() {
        refreshes.incrementAndGet();
      }

      @Override
      public void close() {
        readers.remove(reader);
      }
    };
  }

  @Override
  public void glimpse(ReadFrames reader) {
    throw new UnsupportedOperationException("A recording has no use for a single picture");
  }

  @Override
  public ScreenSize size() {
    return SIZE;
  }

  int readers() {
    return readers.size();
  }

  int refreshes() {
    return refreshes.get();
  }

  /** Shows a picture of one shade, captured now; how long that took the capture thread. */
  long show(int shade) {
    return show(shade, SIZE);
  }

  long show(int shade, ScreenSize size) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(size.width() * size.height() * 4);
    while (pixels.hasRemaining()) {
      pixels.put((byte) shade);
    }
    long now = System.nanoTime();
    Frame frame = new Frame(pixels.clear(), size.width() * 4, size);
    readers.forEach(reader -> reader.frame(frame, now));
    return System.nanoTime() - now;
  }
}
