package dev.contop.os.process;

import java.util.function.LongConsumer;

/**
 * All living processes that came from a few started ones, however they detached themselves.
 *
 * <p>Roots may be added from any thread; visits come from one at a time.
 */
interface ProcessTree {

  /** An empty tree, to be known by {@code marker} where this system lets one look for it. */
  static ProcessTree markedBy(Marker marker) {
    return LinuxTree.isSupported() ? new LinuxTree(marker) : new ParentalTree();
  }

  /**
   * What one look around found.
   *
   * @param found how many processes of the tree live
   * @param missed whether some process went before it could be told whose it was
   */
  record Pass(int found, boolean missed) {}

  /** Takes in a process that was started this moment. */
  void addRoot(ProcessHandle process);

  /** Shows each living process of the tree once, as soon as it is found. */
  Pass visit(LongConsumer pid);

  /** The same for all processes but this one that hold the pipes of the roots' output. */
  void visitPipeHolders(LongConsumer pid);
}
