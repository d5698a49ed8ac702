package dev.contop.os.desktop;

/** A virtual desktop that cannot be had; the message is one line with cause and remedy. */
public final class DesktopUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public DesktopUnavailable(String message) {
    super(message);
  }
}
