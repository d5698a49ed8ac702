package dev.contop.capture.x11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.LibC;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.LibXcbShm;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.ScreenSize;
import java.util.Optional;

/** A picture in memory shared with the server, which writes straight into it (MIT-SHM). */
final class SharedPicture implements Picture {

  private static final int IPC_PRIVATE = 0;
  private static final int OWNER_ONLY = 0600;
  private static final int IPC_RMID = 0;
  private static final int IPC_STAT = 2;
  private static final int SHMID_DS_SIZE = 128;
  private static final int SHM_NATTCH = 88;

  private final XConnection connection;
  private final int segment;
  private final PictureMemory memory;
  private int requests;

  private SharedPicture(XConnection connection, int segment, PictureMemory memory) {
    this.connection = connection;
    this.segment = segment;
    this.memory = memory;
  }

  /** Shares memory with the server; empty when they do not run on one machine, or none is left. */
  static Optional<SharedPicture> share(XConnection connection, ScreenSize size)
      throws ScreenUnavailable {
    int id = LibC.shmget(IPC_PRIVATE, PictureMemory.bytes(size), OWNER_ONLY);
    if (id < 0) {
      return Optional.empty();
    }
    Pointer address = LibC.shmat(id, null, 0);
    try {
      if (Pointer.nativeValue(address) == -1) {
        return Optional.empty();
      }
      int segment = LibXcb.xcb_generate_id(connection.pointer());
      boolean attached =
          connection.accepts(
              LibXcbShm.xcb_shm_attach_checked(connection.pointer(), segment, id, (byte) 0));
      if (attached && isAttachedTwice(id)) {
        return Optional.of(new SharedPicture(connection, segment, PictureMemory.at(address, size)));
      }
      if (attached) {
        LibXcbShm.xcb_shm_detach(connection.pointer(), segment);
      }
      LibC.shmdt(address);
      return Optional.empty();
    } catch (ScreenUnavailable gone) {
      LibC.shmdt(address);
      throw gone;
    } finally {
      // From here on the kernel removes the segment when both have let go of it, however we end.
      LibC.shmctl(id, IPC_RMID, null);
    }
  }

  /**
   * Whether it was our segment that the server attached: one in another container knows another
   * segment by the same number, and would write its pixels there.
   */
  private static boolean isAttachedTwice(int id) {
    Memory status = new Memory(SHMID_DS_SIZE);
    return LibC.shmctl(id, IPC_STAT, status) == 0 && status.getLong(SHM_NATTCH) == 2;
  }

  @Override
  public int ask(int top, int height) {
    requests++;
    return LibXcbShm.xcb_shm_get_image(
        connection.pointer(),
        connection.root().window(),
        (short) 0,
        (short) top,
        (short) memory.frame().size().width(),
        (short) height,
        ALL_PLANES,
        Z_PIXMAP,
        segment,
        top * memory.frame().stride());
  }

  @Override
  public boolean receive(int request) throws ScreenUnavailable {
    return connection.answers(request);
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
    LibXcbShm.xcb_shm_detach(connection.pointer(), segment);
    LibC.shmdt(memory.address());
  }
}
