package dev.contop.webrtc;

/** stub */
final class Rehearsal {
  private Rehearsal() {}

  static void run(Generation generation, CheckedIdentity identity) {}
}
