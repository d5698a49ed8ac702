package dev.contop.application.still;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stills from the capture that all share: the capture thread copies the picture that is
 * there, and all else is done on an executor of its own. Only so many are under way at once.
 */
public final class StillDesk implements TakeStill {

  private static final Logger LOG = LoggerFactory.getLogger(StillDesk.class);

  /** Each holds a copy of what it shows, which may be all of the screen. */
  private static final int AT_ONCE = 4;

  private final WatchScreen screen;
  private final EncodeJpeg encode;
  private final Executor pool;
  private final AtomicInteger underWay = new AtomicInteger();

  public StillDesk(WatchScreen screen, EncodeJpeg encode, Executor pool) {
    this.screen = screen;
    this.encode = encode;
    this.pool = pool;
  }

  @Override
  public void take(StillWish wish, int atMostBytes, ObserveStill observer) {
    if (underWay.incrementAndGet() > AT_ONCE) {
      underWay.decrementAndGet();
      observer.missed(StillRefusal.BUSY);
      return;
    }
    screen.glimpse(new Taking(wish, atMostBytes, observer));
  }

  /** One still on its way. */
  private final class Taking implements ReadFrames {
    private final StillWish wish;
    private final int atMostBytes;
    private final ObserveStill observer;

    Taking(StillWish wish, int atMostBytes, ObserveStill observer) {
      this.wish = wish;
      this.atMostBytes = atMostBytes;
      this.observer = observer;
    }

    @Override
    public void frame(Frame frame, long capturedNanos) {
      try {
        ScreenArea shown = wish.shown(frame.size());
        int[] pixels = copied(frame, shown);
        ScreenSize size = shown.size();
        pool.execute(() -> finish(pixels, size, new Ticks(capturedNanos)));
      } catch (RejectedExecutionException full) {
        miss(StillRefusal.BUSY);
      } catch (RuntimeException | Error bug) {
        LOG.error("A still could not be copied", bug);
        miss(StillRefusal.FAILED);
      }
    }

    @Override
    public void unavailable(String reason) {
      miss(StillRefusal.NO_SCREEN);
    }

    private void finish(int[] pixels, ScreenSize size, Ticks grabbed) {
      Optional<Still> still = Optional.empty();
      try {
        still = encoded(pixels, size, grabbed);
      } catch (IOException | RuntimeException | Error failure) {
        LOG.error("A still could not be encoded", failure);
      }
      underWay.decrementAndGet();
      still.ifPresentOrElse(observer::taken, () -> observer.missed(StillRefusal.FAILED));
    }

    private Optional<Still> encoded(int[] pixels, ScreenSize size, Ticks grabbed)
        throws IOException {
      Optional<StillWish> next = Optional.of(wish);
      while (next.isPresent()) {
        StillWish tried = next.get();
        ScreenSize target =
            tried.maxWidth() >= size.width() ? size : size.fittedTo(tried.maxWidth());
        byte[] jpeg =
            encode.encode(Shrinking.shrink(pixels, size, target), target, tried.quality());
        if (jpeg.length <= atMostBytes) {
          return Optional.of(new Still(jpeg, grabbed, target, size));
        }
        next = tried.smaller(size);
      }
      return Optional.empty();
    }

    private void miss(StillRefusal reason) {
      underWay.decrementAndGet();
      observer.missed(reason);
    }
  }

  private static int[] copied(Frame frame, ScreenArea area) {
    int width = area.size().width();
    int height = area.size().height();
    int row = frame.stride() / Integer.BYTES;
    // Blue, green, red, unused: read as little-endian words they are what the encoder takes.
    IntBuffer words = frame.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      words.get((area.y() + y) * row + area.x(), pixels, y * width, width);
    }
    return pixels;
  }
}
