package dev.contop.domain.control;

/**
 * Whether a phone drives pointer and keyboard, and what it holds.
 *
 * @param enabled whether manual mode is on (T60)
 * @param newestMove the counter of the newest move applied; older moves are dropped (T62)
 * @param remainderX the part of relative travel that was less than a pixel
 */
public record ManualControl(
    boolean enabled, HeldInputs held, long newestMove, double remainderX, double remainderY) {

  public static final ManualControl OFF =
      new ManualControl(false, HeldInputs.NONE, Long.MIN_VALUE, 0, 0);

  /** As it is for a peer that has just come: nothing held, no move seen, the mode unchanged. */
  public ManualControl forNewPeer() {
    return new ManualControl(enabled, HeldInputs.NONE, Long.MIN_VALUE, 0, 0);
  }

  public ManualControl entered() {
    return new ManualControl(true, held, newestMove, remainderX, remainderY);
  }

  public ManualControl holding(HeldInputs inputs) {
    return new ManualControl(enabled, inputs, newestMove, remainderX, remainderY);
  }

  public boolean isStale(long counter) {
    return counter <= newestMove;
  }

  public ManualControl moved(long counter) {
    return new ManualControl(enabled, held, counter, remainderX, remainderY);
  }

  /** With what is left of a relative move once its whole pixels have been taken. */
  public ManualControl leaving(double x, double y) {
    return new ManualControl(enabled, held, newestMove, x, y);
  }
}
