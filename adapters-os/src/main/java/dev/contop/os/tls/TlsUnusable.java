package dev.contop.os.tls;

/** A certificate or key that cannot be used; one line with cause and remedy. */
public final class TlsUnusable extends Exception {

  private static final long serialVersionUID = 1L;

  TlsUnusable(String message) {
    super(message);
  }
}
