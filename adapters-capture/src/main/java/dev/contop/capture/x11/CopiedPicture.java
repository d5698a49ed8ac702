package dev.contop.capture.x11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.LibC;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.ScreenSize;

/** A picture that travels through the connection, for servers that we share no memory with. */
final class CopiedPicture implements Picture {

  private static final long REPLY_LENGTH = 4;
  private static final long REPLY_HEADER = 32;

  private final XConnection connection;
  private final Memory block;
  private final PictureMemory memory;
  private int requests;
  private long askedFrom;
  private long askedBytes;

  CopiedPicture(XConnection connection, ScreenSize size) {
    this.connection = connection;
    block = new Memory(PictureMemory.bytes(size));
    memory = PictureMemory.at(block, size);
  }

  @Override
  public int ask(int top, int height) {
    requests++;
    askedFrom = (long) top * memory.frame().stride();
    askedBytes = (long) height * memory.frame().stride();
    return LibXcb.xcb_get_image(
        connection.pointer(),
        Z_PIXMAP,
        connection.root().window(),
        (short) 0,
        (short) top,
        (short) memory.frame().size().width(),
        (short) height,
        ALL_PLANES);
  }

  @Override
  public boolean receive(int request) throws ScreenUnavailable {
    Pointer reply = connection.reply(request);
    if (reply == null) {
      return false;
    }
    try {
      // Of a screen with fewer bits a pixel less comes than there is room for.
      long came = Integer.toUnsignedLong(reply.getInt(REPLY_LENGTH)) * Integer.BYTES;
      LibC.memcpy(block.share(askedFrom), reply.share(REPLY_HEADER), Math.min(askedBytes, came));
      return true;
    } finally {
      XConnection.free(reply);
    }
  }

  @Override
  public int requests() {
    return requests;
  }

  @Override
  public PictureMemory memory() {
    return memory;
  }

  @Override
  public void close() {
    block.close();
  }
}
