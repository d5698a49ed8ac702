package dev.contop.domain.limits;

import java.time.Duration;

/**
 * The bounds of confirmations.
 *
 * @param within how long an answer counts (T53)
 * @param open how many may be open at once
 * @param remembered how many that ended are remembered, so that an answer that comes again is told
 *     the truth
 */
public record ConfirmationLimits(Duration within, int open, int remembered) {

  public static ConfirmationLimits standard() {
    return new ConfirmationLimits(Duration.ofMinutes(5), 4, 64);
  }
}
