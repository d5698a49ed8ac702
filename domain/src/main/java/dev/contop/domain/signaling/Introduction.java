package dev.contop.domain.signaling;

/** How a phone introduces itself when it knocks (T1, T96). Unchecked; never shown. */
public sealed interface Introduction {

  /** It shows its token, as the Contop app does. */
  record ByToken(String token) implements Introduction {
    @Override
    public String toString() {
      return "ByToken[hidden]";
    }
  }

  /** It names its device, and is going to prove that it is that device. */
  record ByDevice(String device) implements Introduction {
    @Override
    public String toString() {
      return "ByDevice[hidden]";
    }
  }

  /** Neither, or both, or one of them twice. */
  record Unusable() implements Introduction {}
}
