package dev.contop.os.device;

/** Locks the screen. One thread; blocks for two seconds at most. */
interface LockScreen {

  /** Returns when the desktop says that it is locked, or gave no reason to doubt it. */
  void lock() throws NotPossible;
}
