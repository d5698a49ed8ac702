package dev.contop.capture.x11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.AwaitReadable;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.Waker;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.Optional;

/**
 * The root window of an X11 screen, with the pointer drawn into it.
 *
 * <p>Only rows in which something changed are fetched, and the pointer is taken out and drawn anew.
 * A frame is the memory that the server wrote into: its content is gone with the next call, as the
 * port says, and reading it after {@link #close} or a change of size reads unmapped memory.
 */
final class X11Screen implements Screen {

  private static final int CONFIGURE_NOTIFY = 22;
  private static final int EVENT_MASK = 1 << 11;
  private static final int STRUCTURE_NOTIFY = 1 << 17;
  private static final int ATTEMPTS = 3;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final XConnection connection;
  private final NoticePixels pixels;
  private final CursorImage cursor;
  private final HiddenCursor hidden;
  private final PointerPlace place;
  private final NoticePointer pointer;
  private final DrawnPointer drawn = new DrawnPointer();
  private final Recurring pixelLook;
  private final Recurring pointerLook;
  private final Waker waker;
  private final AwaitReadable eventOrWake;
  private final HeldPicture held;
  private CursorShape shape = CursorShape.none();
  private ScreenSize size;
  private boolean changed = true;
  private boolean closed;

  X11Screen(XConnection connection, NoticePixels pixels) throws ScreenUnavailable {
    this.connection = connection;
    this.pixels = pixels;
    size = connection.root().size();
    held = new HeldPicture(connection, drawn);
    selectSize();
    cursor = CursorImage.of(connection);
    hidden = HiddenCursor.of(connection, System.nanoTime());
    place = new PointerPlace(connection);
    pointer = NoticePointer.on(connection, place);
    pixelLook = new Recurring(pixels.lookEvery(), System.nanoTime());
    pointerLook = new Recurring(pointer.lookEvery(), System.nanoTime());
    connection.flush();
    waker = new Waker();
    eventOrWake = new AwaitReadable(connection.descriptor(), waker.descriptor());
  }

  /** A change of the screen's size arrives as the root's ConfigureNotify. */
  private void selectSize() {
    Memory mask = new Memory(Integer.BYTES);
    mask.setInt(0, STRUCTURE_NOTIFY);
    LibXcb.xcb_change_window_attributes(
        connection.pointer(), connection.root().window(), EVENT_MASK, mask);
  }

  @Override
  public ScreenSize size() {
    return size;
  }

  @Override
  public boolean awaitChange(Duration atMost) throws ScreenUnavailable {
    requireOpen();
    long nanos = (atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT).toNanos();
    long start = System.nanoTime();
    while (true) {
      takeEvents();
      long now = System.nanoTime();
      long left = nanos - (now - start);
      boolean woken = waker.silence();
      boolean asked = !changed && look(now);
      if (changed || woken || left <= 0) {
        return changed;
      }
      // An answer may have brought events with it, which wait in memory and not at the descriptor.
      if (!asked) {
        eventOrWake.await(Math.min(left, untilLook(now)));
      }
    }
  }

  private long untilLook(long now) {
    long untilPlace = Math.min(pointerLook.nanosLeft(now), hidden.nanosLeft(now));
    return Math.min(pixelLook.nanosLeft(now), untilPlace);
  }

  private void takeEvents() throws ScreenUnavailable {
    for (Pointer event; (event = connection.nextEvent()) != null; ) {
      take(event);
      XConnection.free(event);
    }
  }

  private void take(Pointer event) throws ScreenUnavailable {
    pointer.consider(event);
    changed |= pixels.isNews(event);
    changed |= cursor.isNews(event);
    if (XConnection.kind(event) == CONFIGURE_NOTIFY
        && event.getInt(8) == connection.root().window()) {
      measure();
    }
  }

  private void measure() throws ScreenUnavailable {
    ScreenSize now = connection.rootSize();
    changed |= !now.equals(size);
    size = now;
  }

  /** Looks for what nobody tells of, if it is time to; returns whether it asked the server. */
  private boolean look(long now) throws ScreenUnavailable {
    boolean atPointer = pointer.isSuspected() || pointerLook.isDue(now);
    if (atPointer) {
      pointerLook.done(now);
      changed |= pointer.look();
    }
    Picture last = held.latest();
    boolean atPixels = !changed && last != null && pixelLook.isDue(now);
    if (last != null && atPixels) {
      pixelLook.done(now);
      changed |= pixels.look(last);
    }
    boolean atHiding = hidden.isDue(now);
    if (atHiding) {
      changed |= hidden.look(now);
    }
    return atPointer || atPixels || atHiding;
  }

  @Override
  public Frame grab() throws ScreenUnavailable {
    requireOpen();
    long now = System.nanoTime();
    if (hidden.isDue(now)) {
      hidden.look(now);
    }
    takeEvents();
    Picture before = held.latest();
    if (before != null) {
      drawn.lift(before.memory());
    }
    Damage fresh = Damage.NONE;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      boolean whole = attempt == ATTEMPTS || !held.isOf(size);
      Picture target = held.of(size);
      fresh = whole ? Damage.whole(size) : fresh.and(pixels.damage(size));
      if (fill(target, fresh) && (whole || !pixels.isTorn())) {
        PictureMemory memory = target.memory();
        memory.frame().pixels().clear();
        return memory.frame().with(fresh.and(drawn.draw(memory, place, shape)));
      }
      measure();
    }
    throw new ScreenUnavailable(
        "The X server of " + connection.display() + " does not give its picture away");
  }

  @Override
  public Optional<Frame> last() throws ScreenUnavailable {
    requireOpen();
    takeEvents();
    Picture picture = held.latest();
    if (changed || picture == null || !pixels.keepsPicture()) {
      return Optional.empty();
    }
    Frame frame = picture.memory().frame();
    frame.pixels().clear();
    return Optional.of(frame);
  }

  /** How often pixels were asked for, of the picture that is there. */
  int requests() {
    Picture picture = held.latest();
    return picture == null ? 0 : picture.requests();
  }

  /**
   * Fetches rows of pixels, and the pointer. All questions travel together; whatever changes once
   * the server has read them is news.
   *
   * @return false when the server refused
   */
  private boolean fill(Picture target, Damage fresh) throws ScreenUnavailable {
    changed = false;
    pixels.beforeGrab(fresh);
    int placeAsked = place.ask();
    pixels.asked(placeAsked);
    cursor.ask();
    boolean filled = fresh.isNone() || fillRows(target, fresh.area().get());
    place.receive(placeAsked);
    CursorShape seen = cursor.receive();
    shape = hidden.isHidden() ? CursorShape.none() : seen;
    takeEvents();
    return filled;
  }

  private boolean fillRows(Picture target, ScreenArea rows) throws ScreenUnavailable {
    int asked = target.ask(rows.y(), rows.size().height());
    pixels.asked(asked);
    boolean filled = target.receive(asked);
    if (filled) {
      pixels.afterGrab(target);
    }
    return filled;
  }

  @Override
  public void wake() {
    waker.ring();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    waker.close();
    pixels.close();
    held.close();
    connection.close();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The screen is closed");
    }
  }
}
