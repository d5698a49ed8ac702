package dev.contop.os.x11;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libxcb that are used (xcb/xproto.h).
 *
 * <p>Cookies, structures of one unsigned int passed by value, are ints here: the calling
 * conventions of Linux treat both alike. So are all smaller arguments.
 */
interface Xcb extends Library {

  static Xcb load() {
    return Native.load("libxcb.so.1", Xcb.class);
  }

  /** {@code xcb_auth_info_t}. */
  @FieldOrder({"nameLength", "name", "secretLength", "secret"})
  final class Authorization extends Structure {
    public int nameLength;
    public @Nullable Pointer name;
    public int secretLength;
    public @Nullable Pointer secret;
  }

  /** {@code xcb_protocol_request_t}; the extension is left out, and its number is the opcode. */
  @FieldOrder({"count", "extension", "opcode", "isVoid"})
  final class Request extends Structure {
    public NativeLong count = new NativeLong(2, true);
    public @Nullable Pointer extension;
    public byte opcode;
    public byte isVoid = 1;
  }

  Pointer xcb_connect(@Nullable String display, IntByReference screen);

  Pointer xcb_connect_to_display_with_auth_info(
      String display, Authorization authorization, IntByReference screen);

  void xcb_disconnect(Pointer connection);

  int xcb_connection_has_error(Pointer connection);

  int xcb_flush(Pointer connection);

  Pointer xcb_get_setup(Pointer connection);

  @Nullable Pointer xcb_poll_for_event(Pointer connection);

  int xcb_get_input_focus(Pointer connection);

  @Nullable Pointer xcb_get_input_focus_reply(
      Pointer connection, int cookie, @Nullable Pointer error);

  int xcb_query_pointer(Pointer connection, int window);

  @Nullable Pointer xcb_query_pointer_reply(
      Pointer connection, int cookie, @Nullable Pointer error);

  int xcb_get_keyboard_mapping(Pointer connection, int first, int count);

  @Nullable Pointer xcb_get_keyboard_mapping_reply(
      Pointer connection, int cookie, @Nullable Pointer error);

  int xcb_change_keyboard_mapping(
      Pointer connection, int keycodes, int first, int symbolsEach, int[] symbols);

  int xcb_change_hosts(Pointer connection, int mode, int family, short length, byte[] address);

  int xcb_query_extension(Pointer connection, short length, byte[] name);

  @Nullable Pointer xcb_query_extension_reply(
      Pointer connection, int cookie, @Nullable Pointer error);

  int xcb_send_request(Pointer connection, int flags, Pointer parts, Request request);

  @Nullable Pointer xcb_request_check(Pointer connection, int cookie);
}
