package dev.contop.os.input;

import dev.contop.application.input.InjectInput;
import dev.contop.application.input.InputRefused;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScrollDirection;
import dev.contop.os.x11.FakeEvent;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XUnavailable;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pointer and keyboard of an X11 desktop, by the XTEST extension.
 *
 * <p>Connects when first needed, and again when the X server has come back; until then every action
 * is refused. Moves are only sent; whatever else is done has been taken by the server when {@link
 * #inject} returns.
 *
 * <p>Characters that the keyboard lacks get a free key; it is given back when nothing was typed for
 * two seconds, by {@link #release} and by {@link #close}.
 */
public final class XtestInput implements InjectInput, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(XtestInput.class);

  private static final int MOST_NOTCHES = 100;
  private static final int MOST_CLICKS = 10;
  private static final long KEPT_FOR = TimeUnit.SECONDS.toNanos(2);
  private static final long BUSY_FOR_A_MOMENT = TimeUnit.MICROSECONDS.toNanos(50);

  private final Optional<String> display;
  private final AtomicBoolean closing = new AtomicBoolean();

  /** Whether a thread uses the connection; the others wait, for a millisecond or so. */
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Whether a thread waits to give borrowed keys back. */
  private final AtomicBoolean returning = new AtomicBoolean();

  private volatile boolean gone;

  /** The last thread that waited to give borrowed keys back. */
  private volatile Optional<Thread> restorer = Optional.empty();

  private Optional<Attached> attached = Optional.empty();

  private record Attached(XConnection x, Keyboard keyboard) {}

  /**
   * @param display its name, {@code :0} for instance; empty for the one in {@code DISPLAY}
   */
  public XtestInput(Optional<String> display) {
    this.display = display;
  }

  @Override
  public void inject(InputAction action) throws InputRefused {
    enter();
    try {
      if (closing.get()) {
        throw new InputRefused("The host is shutting down.");
      }
      Attached to = attach();
      act(to, action);
      if (to.x().isBroken()) {
        throw new XUnavailable("The X server went away.");
      }
    } catch (XUnavailable e) {
      throw new InputRefused("The desktop takes no input now. " + e.getMessage());
    } finally {
      leave();
    }
  }

  private static void act(Attached to, InputAction action) throws InputRefused, XUnavailable {
    XConnection x = to.x();
    // Patterns for switch came after Java 17.
    if (action instanceof InputAction.MoveTo move) {
      x.fake(FakeEvent.moveTo(move.to().x(), move.to().y()));
      x.flush();
    } else if (action instanceof InputAction.MoveBy move) {
      x.fake(FakeEvent.moveBy(move.dx(), move.dy()));
      x.flush();
    } else if (action instanceof InputAction.Press press) {
      x.fake(FakeEvent.buttonDown(number(press.button())));
      x.sync();
    } else if (action instanceof InputAction.Release release) {
      x.fake(FakeEvent.buttonUp(number(release.button())));
      x.sync();
    } else if (action instanceof InputAction.Click click) {
      click(x, number(click.button()), Math.min(click.times(), MOST_CLICKS));
    } else if (action instanceof InputAction.Scroll scroll) {
      click(x, number(scroll.direction()), Math.min(scroll.notches(), MOST_NOTCHES));
    } else if (action instanceof InputAction.PressKeys press) {
      to.keyboard().press(press.keys());
    } else if (action instanceof InputAction.TypeText typing) {
      to.keyboard().type(typing.text());
    }
  }

  private static void click(XConnection x, int button, int times) throws XUnavailable {
    for (int i = 0; i < times; i++) {
      x.fake(FakeEvent.buttonDown(button));
      x.fake(FakeEvent.buttonUp(button));
    }
    x.sync();
  }

  private static int number(MouseButton button) {
    return switch (button) {
      case LEFT -> 1;
      case MIDDLE -> 2;
      case RIGHT -> 3;
    };
  }

  private static int number(ScrollDirection direction) {
    return switch (direction) {
      case UP -> 4;
      case DOWN -> 5;
      case LEFT -> 6;
      case RIGHT -> 7;
    };
  }

  @Override
  public void release(HeldInputs held) {
    enter();
    try {
      // A server that went away holds nothing any more.
      if (attached.isPresent() && !attached.get().x().isBroken()) {
        XConnection x = attached.get().x();
        for (MouseButton button : held.buttons()) {
          x.fake(FakeEvent.buttonUp(number(button)));
        }
        x.sync();
        noticeChanges(attached.get());
        attached.get().keyboard().giveBack();
      }
    } catch (XUnavailable e) {
      LOG.warn("Held input was not released: {}", e.getMessage());
    } finally {
      leave();
    }
  }

  private Attached attach() throws XUnavailable {
    if (attached.isPresent() && !attached.get().x().isBroken()) {
      noticeChanges(attached.get());
      return attached.get();
    }
    detach();
    XConnection x = XConnection.open(display);
    try {
      x.requireFakeInput();
    } catch (XUnavailable e) {
      x.close();
      throw e;
    }
    Attached fresh = new Attached(x, new Keyboard(x));
    attached = Optional.of(fresh);
    return fresh;
  }

  private static void noticeChanges(Attached to) {
    if (to.x().drainEvents()) {
      to.keyboard().mapChanged();
    }
  }

  private void detach() {
    attached.ifPresent(to -> to.x().close());
    attached = Optional.empty();
  }

  /** Releases what this holds of the keyboard map and disconnects; any thread, does not wait. */
  @Override
  public void close() {
    closing.set(true);
    if (busy.compareAndSet(false, true)) {
      leave();
    }
    // It has nothing to wait for any more.
    restorer.ifPresent(LockSupport::unpark);
  }

  private void enter() {
    while (!busy.compareAndSet(false, true)) {
      LockSupport.parkNanos(BUSY_FOR_A_MOMENT);
    }
  }

  /**
   * Whoever leaves last after {@link #close} disconnects, so that no call meets a dead connection.
   */
  private void leave() {
    do {
      if (closing.get()) {
        attached.ifPresent(XtestInput::giveBack);
        detach();
        gone = true;
      } else if (hasBorrowed() && returning.compareAndSet(false, true)) {
        Thread thread = new Thread(this::giveBackWhenIdle, "keyboard-restorer");
        thread.setDaemon(true);
        restorer = Optional.of(thread);
        thread.start();
      }
      busy.set(false);
    } while (closing.get() && !gone && busy.compareAndSet(false, true));
  }

  private boolean hasBorrowed() {
    return attached.isPresent() && attached.get().keyboard().hasBorrowed();
  }

  private void giveBackWhenIdle() {
    boolean waiting = true;
    while (waiting) {
      if (!closing.get()) {
        LockSupport.parkNanos(KEPT_FOR);
      }
      enter();
      if (attached.isPresent() && attached.get().x().isBroken()) {
        detach();
      }
      if (!hasBorrowed()) {
        waiting = false;
      } else if (attached.get().keyboard().isIdleFor(KEPT_FOR)) {
        noticeChanges(attached.get());
        giveBack(attached.get());
        waiting = false;
      }
      if (!waiting) {
        returning.set(false);
      }
      leave();
    }
  }

  private static void giveBack(Attached to) {
    try {
      if (!to.x().isBroken()) {
        to.keyboard().giveBack();
      }
    } catch (XUnavailable e) {
      LOG.debug("The keyboard map was not restored: {}", e.getMessage());
    }
  }
}
