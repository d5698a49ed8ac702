package dev.contop.os.x11;

/** An X server that cannot be used, or not any more; the message is one sentence for people. */
public final class XUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public XUnavailable(String message) {
    super(message);
  }
}
