package dev.contop.capture.xcb;

import com.sun.jna.Memory;
import com.sun.jna.Native;

/** Blocks until one of a few file descriptors can be read. One thread. */
public final class AwaitReadable {

  private static final int POLLFD_SIZE = 8;
  private static final short POLLIN = 1;
  private static final long NANOS = 1_000_000_000L;

  private final Memory pollfds;
  private final Memory timespec = new Memory(16);
  private final int count;

  public AwaitReadable(int... descriptors) {
    count = descriptors.length;
    pollfds = new Memory((long) count * POLLFD_SIZE);
    for (int i = 0; i < count; i++) {
      pollfds.setInt((long) i * POLLFD_SIZE, descriptors[i]);
      pollfds.setShort((long) i * POLLFD_SIZE + 4, POLLIN);
    }
  }

  /**
   * Blocks until one of them can be read or was hung up, a signal came, or the time is over; it may
   * return early, so the caller looks for itself what happened.
   */
  public void await(long nanos) {
    timespec.setLong(0, nanos / NANOS);
    timespec.setLong(8, nanos % NANOS);
    int ready = LibC.ppoll(pollfds, count, timespec, null);
    if (ready < 0 && Native.getLastError() != LibC.EINTR) {
      throw new IllegalStateException("ppoll failed with errno " + Native.getLastError());
    }
  }
}
