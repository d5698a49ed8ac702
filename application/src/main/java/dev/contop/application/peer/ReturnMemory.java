package dev.contop.application.peer;

/** Returns to the system the memory that native code has freed and keeps for later. */
public interface ReturnMemory {

  /** Blocks for some milliseconds, and meanwhile whoever allocates natively. Never fails. */
  void returnFreed();
}
