package dev.contop.os.device;

/** Stands where nobody sits in front of the screen. */
final class NoLock implements LockScreen {

  @Override
  public void lock() throws NotPossible {
    throw new NotPossible("There is no screen here that anybody could sit in front of.");
  }
}
