package dev.contop.os.x11;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an X server.
 *
 * <p>Confined to one thread at a time; nothing may be called after {@link #close}. When the server
 * goes away, calls do nothing and {@link #isBroken} says so.
 */
public final class XConnection implements AutoCloseable {

  private static final String COOKIE_PROTOCOL = "MIT-MAGIC-COOKIE-1";
  private static final int MAPPING_NOTIFY = 34;
  private static final int SERVER_INTERPRETED = 5;
  private static final int EXTENSION_MISSING = 2;
  private static final byte SUSPEND = 5;
  private static final int CHECKED = 1;

  /** An {@code iovec}: a pointer and a length. */
  private static final int PART_BYTES = 2 * Native.POINTER_SIZE;

  private final Xcb xcb;
  private final Pointer connection;
  private final XSetup setup;
  private boolean keyboardChanged;

  private XConnection(Xcb xcb, Pointer connection, XSetup setup) {
    this.xcb = xcb;
    this.connection = connection;
    this.setup = setup;
  }

  /**
   * Connects with what the user's authority file says; blocks for a millisecond or so.
   *
   * @param display its name, {@code :0} for instance; empty for the one in {@code DISPLAY}
   */
  public static XConnection open(Optional<String> display) throws XUnavailable {
    Xcb xcb = XLibraries.xcb();
    IntByReference screen = new IntByReference();
    return checked(xcb, xcb.xcb_connect(display.orElse(null), screen), screen);
  }

  /** Connects with a cookie of one's own (MIT-MAGIC-COOKIE-1). */
  public static XConnection open(String display, byte[] cookie) throws XUnavailable {
    Xcb xcb = XLibraries.xcb();
    byte[] protocol = COOKIE_PROTOCOL.getBytes(StandardCharsets.US_ASCII);
    try (Memory name = new Memory(protocol.length);
        Memory secret = new Memory(cookie.length)) {
      name.write(0, protocol, 0, protocol.length);
      secret.write(0, cookie, 0, cookie.length);
      Xcb.Authorization authorization = new Xcb.Authorization();
      authorization.nameLength = protocol.length;
      authorization.name = name;
      authorization.secretLength = cookie.length;
      authorization.secret = secret;
      IntByReference screen = new IntByReference();
      return checked(
          xcb, xcb.xcb_connect_to_display_with_auth_info(display, authorization, screen), screen);
    }
  }

  private static XConnection checked(Xcb xcb, Pointer connection, IntByReference screen)
      throws XUnavailable {
    if (xcb.xcb_connection_has_error(connection) != 0) {
      xcb.xcb_disconnect(connection);
      throw new XUnavailable("There is no X server that can be reached.");
    }
    return new XConnection(
        xcb, connection, XSetup.read(xcb.xcb_get_setup(connection), screen.getValue()));
  }

  /** What the server said of itself when the connection was made. */
  public XSetup setup() {
    return setup;
  }

  /** Whether the server has gone, or refused the connection. */
  public boolean isBroken() {
    return xcb.xcb_connection_has_error(connection) != 0;
  }

  /** Sends what is buffered; does not wait for it to be done. */
  public void flush() {
    xcb.xcb_flush(connection);
  }

  /** Waits until the server has done all that was asked of it. */
  public void sync() throws XUnavailable {
    free(
        replyOf(
            xcb.xcb_get_input_focus_reply(connection, xcb.xcb_get_input_focus(connection), null)));
  }

  /** Where the pointer is, and which buttons, modifiers and keyboard group are on. */
  public XPointer pointer() throws XUnavailable {
    Pointer reply =
        replyOf(
            xcb.xcb_query_pointer_reply(
                connection, xcb.xcb_query_pointer(connection, setup.root()), null));
    XPointer pointer =
        new XPointer(
            reply.getShort(16), reply.getShort(18), Short.toUnsignedInt(reply.getShort(24)));
    free(reply);
    return pointer;
  }

  /** The meaning of all keys. */
  public Keymap keymap() throws XUnavailable {
    Pointer reply =
        replyOf(
            xcb.xcb_get_keyboard_mapping_reply(
                connection,
                xcb.xcb_get_keyboard_mapping(connection, setup.minKeycode(), setup.keycodes()),
                null));
    int each = Byte.toUnsignedInt(reply.getByte(1));
    int[] symbols = reply.getIntArray(32, reply.getInt(4));
    free(reply);
    return new Keymap(setup.minKeycode(), each, symbols);
  }

  /** Gives one key a meaning, the same with and without Shift; {@code symbol} 0 takes it away. */
  public void remap(int keycode, int symbol) {
    xcb.xcb_change_keyboard_mapping(connection, 1, keycode, 2, new int[] {symbol, symbol});
  }

  /** Feeds in one event as if a device had sent it (the XTEST extension). */
  public void fake(FakeEvent event) throws XUnavailable {
    XLibraries.xtest()
        .xcb_test_fake_input(
            connection, event.type(), event.detail(), 0, setup.root(), event.x(), event.y(), 0);
  }

  /** Checks that {@link #fake} can be used. */
  public void requireFakeInput() throws XUnavailable {
    XcbTest xtest = XLibraries.xtest();
    Pointer reply =
        xtest.xcb_test_get_version_reply(
            connection, xtest.xcb_test_get_version(connection, 2, (short) 2), null);
    if (reply == null) {
      throw new XUnavailable(
          xcb.xcb_connection_has_error(connection) == EXTENSION_MISSING
              ? "The X server lacks the XTEST extension."
              : "The X server went away.");
    }
    free(reply);
  }

  /**
   * Keeps the server's screen saver and its saving of power from setting in, or lets them again
   * (MIT-SCREEN-SAVER protocol 1.1, ScreenSaverSuspend). The server forgets it with the connection.
   */
  public void suspendScreenSaver(boolean suspend) throws XUnavailable {
    // Sent by hand, since the library for this one request is missing on many desktops.
    try (Memory request = new Memory(8);
        Memory parts = new Memory(4L * PART_BYTES)) {
      request.clear();
      request.setByte(1, SUSPEND);
      request.setByte(4, (byte) (suspend ? 1 : 0));
      parts.clear();
      // The first two are the library's to use.
      parts.setPointer(2L * PART_BYTES, request);
      parts.setLong(2L * PART_BYTES + Native.POINTER_SIZE, request.size());
      Xcb.Request form = new Xcb.Request();
      form.opcode = screenSaverOpcode();
      int cookie = xcb.xcb_send_request(connection, CHECKED, parts.share(2L * PART_BYTES), form);
      Pointer error = xcb.xcb_request_check(connection, cookie);
      if (error != null) {
        free(error);
        throw new XUnavailable("The X server does not let its screen saver be suspended.");
      }
    }
    sync();
  }

  private byte screenSaverOpcode() throws XUnavailable {
    byte[] name = "MIT-SCREEN-SAVER".getBytes(StandardCharsets.US_ASCII);
    Pointer reply =
        replyOf(
            xcb.xcb_query_extension_reply(
                connection, xcb.xcb_query_extension(connection, (short) name.length, name), null));
    boolean present = reply.getByte(8) != 0;
    byte opcode = reply.getByte(9);
    free(reply);
    if (!present) {
      throw new XUnavailable("The X server has no screen saver.");
    }
    return opcode;
  }

  /** Lets every process of the Unix user {@code uid} connect without a cookie. */
  public void admitUser(int uid) throws XUnavailable {
    byte[] address = ("localuser\0#" + uid).getBytes(StandardCharsets.US_ASCII);
    xcb.xcb_change_hosts(connection, 0, SERVER_INTERPRETED, (short) address.length, address);
    sync();
  }

  /**
   * Takes in what the server reported meanwhile. Has to be called now and then, because reports
   * wait in memory.
   *
   * @return whether the keyboard map has changed since the last call
   */
  public boolean drainEvents() {
    Pointer event = xcb.xcb_poll_for_event(connection);
    while (event != null) {
      keyboardChanged |= (event.getByte(0) & 0x7f) == MAPPING_NOTIFY;
      free(event);
      event = xcb.xcb_poll_for_event(connection);
    }
    boolean changed = keyboardChanged;
    keyboardChanged = false;
    return changed;
  }

  @Override
  public void close() {
    xcb.xcb_disconnect(connection);
  }

  private static Pointer replyOf(@Nullable Pointer reply) throws XUnavailable {
    if (reply == null) {
      throw new XUnavailable("The X server went away.");
    }
    return reply;
  }

  private static void free(Pointer memory) {
    Native.free(Pointer.nativeValue(memory));
  }
}
