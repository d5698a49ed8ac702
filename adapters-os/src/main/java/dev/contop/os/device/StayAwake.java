package dev.contop.os.device;

/** One way to keep the desktop awake. One thread; blocks for a second at most. */
interface StayAwake {

  /** Keeps it awake until the result is closed, or the host is gone. */
  Held hold() throws NotPossible;

  /** What keeps it awake at present. */
  interface Held extends AutoCloseable {

    /** Whether it still does; to be asked now and then. */
    boolean isEffective();

    @Override
    void close();
  }
}
