package dev.contop.application.command;

/** A command that was started. */
public interface RunningCommand {

  /**
   * Ends the whole process tree: those that detached themselves too, first politely, then by force
   * (T31). Returns at once; {@link ObserveCommand#ended} follows when the last process is gone, in
   * bounded time. Calling it again, or after the end, is harmless.
   */
  void kill();
}
