package dev.contop.application.signaling;

import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.signaling.Introduction;

/** Takes phones in. */
public interface AcceptPhones {

  /**
   * A carrier has come up. Any thread; does not block. A phone that may not connect is told so
   * through {@code carrier} before this returns (T2), or when it has failed to prove itself (T96);
   * its line then ignores everything.
   *
   * @param introduction what the phone showed, unchecked
   * @param from where it comes from, for limits and the device's record
   */
  PhoneLine accept(Introduction introduction, CameFrom from, CarryToPhone carrier);
}
