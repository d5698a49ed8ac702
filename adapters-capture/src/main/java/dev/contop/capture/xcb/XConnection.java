package dev.contop.capture.xcb;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.ScreenSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an X server. One thread.
 *
 * <p>A server that dies or stays silent shows as {@link ScreenUnavailable}; nothing here ends the
 * process. Replies and events are blocks of libc that the caller {@linkplain #free frees}.
 */
public final class XConnection implements AutoCloseable {

  /** A server answers in microseconds; one that takes this long is stopped or held by a client. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private static final long FULL_SEQUENCE = 32;

  private final String display;
  private final Pointer connection;
  private final Root root;
  private final AwaitReadable answer;
  private final Memory reply = new Memory(Long.BYTES);
  private final Memory error = new Memory(Long.BYTES);
  private boolean closed;

  private XConnection(String display, Pointer connection, Root root) {
    this.display = display;
    this.connection = connection;
    this.root = root;
    answer = new AwaitReadable(LibXcb.xcb_get_file_descriptor(connection));
  }

  /**
   * Connects to a display such as {@code :0}. May block while the server is slow to answer.
   *
   * @throws ScreenUnavailable when there is no such display, it refuses us, or its pixels have a
   *     shape that we do not read
   */
  public static XConnection open(String display) throws ScreenUnavailable {
    if (display.isBlank()) {
      throw new ScreenUnavailable(
          "No X display is named: set DISPLAY (for example DISPLAY=:0), or use --screen virtual");
    }
    SharedLibrary.C.bind();
    SharedLibrary.XCB.bind();
    Memory screenNumber = new Memory(Integer.BYTES);
    Pointer connection = LibXcb.xcb_connect(display, screenNumber);
    try {
      requireConnected(display, LibXcb.xcb_connection_has_error(connection));
      Setup setup = new Setup(LibXcb.xcb_get_setup(connection));
      return new XConnection(display, connection, setup.root(screenNumber.getInt(0)));
    } catch (ScreenUnavailable | RuntimeException unusable) {
      LibXcb.xcb_disconnect(connection);
      throw unusable;
    }
  }

  private static void requireConnected(String display, int failure) throws ScreenUnavailable {
    switch (failure) {
      case 0 -> {}
      case 5 ->
          throw new ScreenUnavailable(
              "\"" + display + "\" is not the name of an X display; :0 would be one");
      case 6 -> throw new ScreenUnavailable("The X server of " + display + " has no such screen");
      default ->
          throw new ScreenUnavailable(
              "The X display "
                  + display
                  + " cannot be opened: either no X server runs there, or it does not let us in;"
                  + " then run the host as the user who is logged in, or let XAUTHORITY name that"
                  + " session's authority file");
    }
  }

  /** What requests are sent on. */
  public Pointer pointer() {
    return connection;
  }

  public String display() {
    return display;
  }

  public int descriptor() {
    return LibXcb.xcb_get_file_descriptor(connection);
  }

  /** The root window as it was when the connection began. */
  public Root root() {
    return root;
  }

  /** The size of the root window now. */
  public ScreenSize rootSize() throws ScreenUnavailable {
    Pointer geometry = reply(LibXcb.xcb_get_geometry(connection, root.window()));
    if (geometry == null) {
      return root.size();
    }
    try {
      return new ScreenSize(
          Short.toUnsignedInt(geometry.getShort(16)), Short.toUnsignedInt(geometry.getShort(18)));
    } finally {
      LibC.free(geometry);
    }
  }

  /** Asks whether the server has an extension; a request of an absent one ends the connection. */
  public Optional<Extension> extension(String name) throws ScreenUnavailable {
    Pointer facts = reply(LibXcb.xcb_query_extension(connection, (short) name.length(), name));
    if (facts == null) {
      return Optional.empty();
    }
    try {
      return facts.getByte(8) == 0
          ? Optional.empty()
          : Optional.of(
              new Extension(
                  Byte.toUnsignedInt(facts.getByte(9)), Byte.toUnsignedInt(facts.getByte(10))));
    } finally {
      LibC.free(facts);
    }
  }

  /**
   * Waits for the reply to a request.
   *
   * @return the reply, or null when the server answered with an error
   * @throws ScreenUnavailable when the server has gone, or said nothing for seconds
   */
  public @Nullable Pointer reply(int sequence) throws ScreenUnavailable {
    flush();
    long patience = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      reply.setPointer(0, Pointer.NULL);
      error.setPointer(0, Pointer.NULL);
      if (LibXcb.xcb_poll_for_reply(connection, sequence, reply, error) != 0) {
        LibC.free(error.getPointer(0));
        Pointer answered = reply.getPointer(0);
        if (answered == null) {
          requireAlive();
        }
        return answered;
      }
      long left = patience - System.nanoTime();
      if (left <= 0) {
        throw new ScreenUnavailable("The X server of " + display + " does not answer");
      }
      answer.await(left);
    }
  }

  /** Waits for the reply to a request of which only that there was one is of interest. */
  public boolean answers(int sequence) throws ScreenUnavailable {
    Pointer answered = reply(sequence);
    LibC.free(answered);
    return answered != null;
  }

  /** Waits until the server has accepted or refused a checked request that has no reply. */
  public boolean accepts(int sequence) throws ScreenUnavailable {
    Pointer refused = LibXcb.xcb_request_check(connection, sequence);
    LibC.free(refused);
    requireAlive();
    return refused == null;
  }

  /**
   * The next event, if one has arrived; does not block.
   *
   * @throws ScreenUnavailable when the server has gone
   */
  public @Nullable Pointer nextEvent() throws ScreenUnavailable {
    Pointer event = LibXcb.xcb_poll_for_event(connection);
    if (event == null) {
      requireAlive();
    }
    return event;
  }

  /** What kind of event this is, without the mark of events sent by clients. */
  public static int kind(Pointer event) {
    return event.getByte(0) & 0x7f;
  }

  /** Whether the server had already read the request when it sent the event. */
  public static boolean isSince(Pointer event, int request) {
    return event.getInt(FULL_SEQUENCE) - request >= 0;
  }

  /** Sends what has been asked so far. */
  public void flush() throws ScreenUnavailable {
    if (LibXcb.xcb_flush(connection) <= 0) {
      requireAlive();
    }
  }

  public static void free(@Nullable Pointer block) {
    LibC.free(block);
  }

  private void requireAlive() throws ScreenUnavailable {
    if (LibXcb.xcb_connection_has_error(connection) != 0) {
      throw new ScreenUnavailable("The X server of " + display + " has gone");
    }
  }

  /** Ends the connection, and with it all that it made on the server. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      LibXcb.xcb_disconnect(connection);
    }
  }
}
