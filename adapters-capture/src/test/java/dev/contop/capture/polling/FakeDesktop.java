package dev.contop.capture.polling;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A desktop in one colour that tests paint, resize and take away; counts who looks at it. */
final class FakeDesktop implements LookAtDesktop {

  private ScreenSize size = new ScreenSize(40, 30);
  private int colour = 0x102030;
  private Optional<ScreenPoint> pointer = Optional.empty();
  private Optional<String> gone = Optional.empty();
  private int looks;
  private int closed;

  synchronized void paint(int value) {
    colour = value;
  }

  synchronized void resize(ScreenSize to) {
    size = to;
  }

  synchronized void pointAt(int x, int y) {
    pointer = Optional.of(new ScreenPoint(x, y));
  }

  synchronized void hidePointer() {
    pointer = Optional.empty();
  }

  synchronized void takeAway(String reason) {
    gone = Optional.of(reason);
  }

  synchronized int looks() {
    return looks;
  }

  synchronized int closed() {
    return closed;
  }

  @Override
  public synchronized void look(LendMemory into) throws ScreenUnavailable {
    if (gone.isPresent()) {
      throw new ScreenUnavailable(gone.get());
    }
    looks++;
    ByteBuffer pixels = into.of(size);
    while (pixels.hasRemaining()) {
      pixels.putInt(colour);
    }
  }

  @Override
  public synchronized Optional<ScreenPoint> pointer() {
    return pointer;
  }

  @Override
  public synchronized void close() {
    closed++;
  }
}
