package dev.contop.webrtc;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which of one peer's pictures was found to be as sharp as it gets: where the capture thread, which
 * shows pictures, and the peer's queue, which looks at them, meet.
 *
 * <p>Pictures are numbered, so that what was found of one says nothing of the next. Any thread.
 */
final class Sharpness {

  private static final int NONE = -1;

  private final AtomicInteger picture = new AtomicInteger();
  private final AtomicReference<@Nullable Runnable> whenRepeated = new AtomicReference<>();
  private volatile int sharp = NONE;

  /** Another picture is shown, or the same in another way. */
  void changed() {
    picture.incrementAndGet();
  }

  /** The same picture was sent again. */
  void repeated() {
    Runnable told = whenRepeated.getAndSet(null);
    if (told != null) {
      told.run();
    }
  }

  /** Has {@code told} called once, on the capture thread, when a picture is sent again. */
  void whenRepeated(Runnable told) {
    whenRepeated.set(told);
  }

  int picture() {
    return picture.get();
  }

  /** Nothing makes that picture any better. */
  void found(int sharpPicture) {
    sharp = sharpPicture;
  }

  boolean isSharp() {
    return sharp == picture.get();
  }
}
