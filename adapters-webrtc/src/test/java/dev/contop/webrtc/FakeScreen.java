package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A screen in one colour that moves only when a test says so, or at a steady rate.
 *
 * <p>Frames are delivered one at a time on a thread of its own while somebody watches.
 */
final class FakeScreen implements WatchScreen {

  private static final long STILL = TimeUnit.DAYS.toMillis(1);

  private final ScreenSize size;
  private final long pauseMillis;
  private final Frame frame;
  private final List<Place> places = new CopyOnWriteArrayList<>();
  final AtomicInteger refreshes = new AtomicInteger();
  final AtomicInteger watched = new AtomicInteger();

  private FakeScreen(ScreenSize size, int padding, long pauseMillis) {
    this.size = size;
    this.pauseMillis = pauseMillis;
    int stride = (size.width() + padding) * 4;
    ByteBuffer pixels = ByteBuffer.allocateDirect(stride * size.height());
    for (int i = 0; i < pixels.capacity(); i += 4) {
      pixels.putInt(i, 0x2040c000);
    }
    this.frame = new Frame(pixels, stride, size);
  }

  static FakeScreen still(int width, int height) {
    return new FakeScreen(new ScreenSize(width, height), 0, STILL);
  }

  static FakeScreen moving(int width, int height) {
    return new FakeScreen(new ScreenSize(width, height), 0, 33);
  }

  static FakeScreen padded(int width, int height, int padding) {
    return new FakeScreen(new ScreenSize(width, height), padding, 33);
  }

  int readers() {
    return places.size();
  }

  Frame picture() {
    return frame;
  }

  @Override
  public Watching watch(ReadFrames reader) {
    watched.incrementAndGet();
    Place place = new Place(reader);
    places.add(place);
    Thread thread = new Thread(place::run, "fake-screen");
    thread.setDaemon(true);
    thread.start();
    return place;
  }

  @Override
  public void glimpse(ReadFrames reader) {
    throw new AssertionError("Peers take no stills");
  }

  @Override
  public ScreenSize size() {
    return size;
  }

  private final class Place implements Watching {
    private final ReadFrames reader;
    private boolean wanted;
    private boolean left;

    Place(ReadFrames reader) {
      this.reader = reader;
    }

    private void run() {
      while (awaitTurn()) {
        synchronized (reader) {
          if (places.contains(this)) {
            changePicture();
            reader.frame(frame, System.nanoTime());
          }
        }
      }
    }

    private void changePicture() {
      ByteBuffer pixels = frame.pixels();
      int at = (int) (System.nanoTime() >>> 20) % (size.height() / 2) * frame.stride();
      for (int i = at; i < at + 16 * 4; i += 4) {
        pixels.putInt(i, ~pixels.getInt(i));
      }
    }

    private synchronized boolean awaitTurn() {
      try {
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
        while (!wanted && !left && System.nanoTime() < due) {
          TimeUnit.NANOSECONDS.timedWait(this, due - System.nanoTime());
        }
      } catch (InterruptedException end) {
        return false;
      }
      wanted = false;
      return !left;
    }

    @Override
    public synchronized void refresh() {
      refreshes.incrementAndGet();
      wanted = true;
      notifyAll();
    }

    @Override
    public void close() {
      places.remove(this);
      synchronized (this) {
        left = true;
        notifyAll();
      }
      synchronized (reader) {
        // Whoever was inside has come out.
      }
    }
  }
}
