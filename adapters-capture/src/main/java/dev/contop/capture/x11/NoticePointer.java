package dev.contop.capture.x11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.Extension;
import dev.contop.capture.xcb.LibXcbXinput;
import dev.contop.capture.xcb.SharedLibrary;
import dev.contop.capture.xcb.XConnection;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out that the pointer has moved since the last grab.
 *
 * <p>Motion of a device is told by the server (X Input 2, raw events). A program that warps the
 * pointer makes no such event, so the place is also looked up a few times a second; without X Input
 * 2 that is all there is, and is done more often.
 */
final class NoticePointer {

  private static final Duration WARPED_EVERY = Duration.ofMillis(250);
  private static final Duration UNTOLD_EVERY = Duration.ofMillis(40);
  private static final int GENERIC_EVENT = 35;
  private static final int RAW_MOTION = 17;
  private static final short ALL_MASTER_DEVICES = 1;
  private static final int NOT_THERE = -1;

  private final PointerPlace place;
  private final int xinputOpcode;
  private boolean suspected;

  private NoticePointer(PointerPlace place, int xinputOpcode) {
    this.place = place;
    this.xinputOpcode = xinputOpcode;
  }

  static NoticePointer on(XConnection connection, PointerPlace place) throws ScreenUnavailable {
    Optional<Extension> xinput =
        SharedLibrary.XINPUT.isThere() ? connection.extension("XInputExtension") : Optional.empty();
    boolean told = xinput.isPresent() && selectRawMotion(connection);
    return new NoticePointer(place, told ? xinput.get().opcode() : NOT_THERE);
  }

  private static boolean selectRawMotion(XConnection connection) throws ScreenUnavailable {
    Pointer c = connection.pointer();
    // Before 2.2 nothing, or only part, of the motion is told while a client grabs the pointer.
    Pointer version =
        connection.reply(LibXcbXinput.xcb_input_xi_query_version(c, (short) 2, (short) 2));
    if (version == null) {
      return false;
    }
    int major = version.getShort(8);
    int minor = version.getShort(10);
    XConnection.free(version);
    if (major < 2 || (major == 2 && minor < 2)) {
      return false;
    }
    Memory mask = new Memory(8);
    mask.setShort(0, ALL_MASTER_DEVICES);
    mask.setShort(2, (short) 1);
    mask.setInt(4, 1 << RAW_MOTION);
    LibXcbXinput.xcb_input_xi_select_events(c, connection.root().window(), (short) 1, mask);
    return true;
  }

  /** Takes an event that may be about the pointer. */
  void consider(Pointer event) {
    if (XConnection.kind(event) == GENERIC_EVENT
        && Byte.toUnsignedInt(event.getByte(1)) == xinputOpcode
        && event.getShort(8) == RAW_MOTION) {
      suspected = true;
    }
  }

  /** Whether there is a reason to {@linkplain #look look} now. */
  boolean isSuspected() {
    return suspected;
  }

  /** How often {@link #look} is to be called while waiting without a reason. */
  Duration lookEvery() {
    return xinputOpcode == NOT_THERE ? UNTOLD_EVERY : WARPED_EVERY;
  }

  /** Whether the pointer is elsewhere than it was when its place was last asked for. */
  boolean look() throws ScreenUnavailable {
    suspected = false;
    return place.receive(place.ask());
  }
}
