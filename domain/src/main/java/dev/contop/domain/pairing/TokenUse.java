package dev.contop.domain.pairing;

/** From where a phone may still show its token itself, as the Contop app does (T96). */
public enum TokenUse {
  /** From anywhere. */
  ON("on"),
  /** From this machine and the networks around it: whatever {@link NearAddress} says is near. */
  LAN("lan"),
  /** From nowhere: every phone proves that it has the secret and keeps it. */
  OFF("off");

  private final String optionName;

  TokenUse(String optionName) {
    this.optionName = optionName;
  }

  /** The name in the configuration: {@code on}, {@code lan} or {@code off}. */
  public String optionName() {
    return optionName;
  }

  /**
   * Whether a token counts that comes from there.
   *
   * @param address an IP address as text, without a port; what is none is far away
   */
  public boolean allows(String address) {
    return this == ON || (this == LAN && NearAddress.isNear(address));
  }
}
