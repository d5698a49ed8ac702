package dev.contop.application.pairing;

/** A pairing that cannot be made; the message is one sentence for people. */
public final class PairingRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public PairingRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
