package dev.contop.capture.xcb;

import com.sun.jna.Pointer;

/** Functions of libxcb-shm (MIT-SHM). */
public final class LibXcbShm {

  private LibXcbShm() {}

  public static native int xcb_shm_query_version(Pointer connection);

  public static native int xcb_shm_attach_checked(
      Pointer connection, int segment, int shmid, byte readOnly);

  public static native int xcb_shm_detach(Pointer connection, int segment);

  public static native int xcb_shm_get_image(
      Pointer connection,
      int drawable,
      short x,
      short y,
      short width,
      short height,
      int planeMask,
      byte format,
      int segment,
      int offset);
}
