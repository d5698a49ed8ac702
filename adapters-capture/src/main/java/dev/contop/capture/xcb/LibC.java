package dev.contop.capture.xcb;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Functions of libc; {@code size_t} and {@code nfds_t} are {@code long} on 64-bit Linux. */
public final class LibC {

  public static final int EINTR = 4;

  private LibC() {}

  public static native int ppoll(
      Pointer pollfds, long count, Pointer timespec, @Nullable Pointer signalMask);

  public static native int eventfd(int initial, int flags);

  public static native int eventfd_write(int fd, long value);

  public static native int eventfd_read(int fd, Pointer value);

  public static native int close(int fd);

  public static native int shmget(int key, long size, int flags);

  public static native Pointer shmat(int id, @Nullable Pointer address, int flags);

  public static native int shmdt(Pointer address);

  public static native int shmctl(int id, int command, @Nullable Pointer shmidDs);

  public static native @Nullable Pointer malloc(long size);

  public static native void free(@Nullable Pointer block);

  public static native Pointer memcpy(Pointer to, Pointer from, long size);

  public static native int memcmp(Pointer one, Pointer other, long size);
}
