package dev.contop.application.signaling;

import java.util.Optional;

/** Takes phones in. */
public interface AcceptPhones {

  /**
   * A carrier has come up. Any thread; does not block. A phone that may not connect is told so
   * through {@code carrier} before this returns (T2); its line then ignores everything.
   *
   * @param token what the phone showed, unchecked
   * @param remoteAddress where it comes from, without a port, for limits and the device's record
   */
  PhoneLine accept(Optional<String> token, String remoteAddress, CarryToPhone carrier);
}
