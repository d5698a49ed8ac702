package dev.contop.application.pairing;

/** A pairing that cannot be made; the message is one sentence for people. */
public final class PairingRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public PairingRefused(String message) {
    super(message);
  }
}
