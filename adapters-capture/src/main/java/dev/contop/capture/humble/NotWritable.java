package dev.contop.capture.humble;

/** The library could not write to its file; it does not tell why. */
final class NotWritable extends Exception {

  private static final long serialVersionUID = 1L;

  NotWritable(String what, Throwable cause) {
    super(what, cause);
  }
}
