package dev.contop.capture.xcb;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * A request with a reply that is written byte by byte, for extensions whose library of XCB few
 * systems have. One thread.
 */
public final class PlainRequest {

  private static final int CHECKED = 1;
  private static final int IOVEC_SIZE = 16;

  /** The library may put entries of its own before the first. */
  private static final int SPARE = 2;

  private final Memory body;
  private final Memory protocol = new Memory(24);
  private final Memory vector = new Memory((SPARE + 1) * IOVEC_SIZE);
  private final Pointer first = vector.share((long) SPARE * IOVEC_SIZE);

  /**
   * A request of an extension.
   *
   * @param minor its number within the extension
   * @param words how many words of 32 bits follow its header
   */
  public PlainRequest(Extension extension, int minor, int words) {
    body = new Memory((1L + words) * Integer.BYTES);
    body.clear();
    body.setByte(1, (byte) minor);
    // xcb_protocol_request_t: so many parts, no known extension, this opcode, a reply follows.
    protocol.clear();
    protocol.setLong(0, 1);
    protocol.setByte(16, (byte) extension.opcode());
    vector.clear();
  }

  /**
   * Sends it; the reply is {@linkplain XConnection#reply waited for} later.
   *
   * @param words what follows the header
   */
  public int send(XConnection connection, int... words) {
    body.write(Integer.BYTES, words, 0, words.length);
    // Sending moves what this points to.
    first.setPointer(0, body);
    first.setLong(Long.BYTES, body.size());
    return LibXcb.xcb_send_request(connection.pointer(), CHECKED, first, protocol);
  }
}
