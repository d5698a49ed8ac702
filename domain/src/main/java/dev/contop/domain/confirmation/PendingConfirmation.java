package dev.contop.domain.confirmation;

import dev.contop.domain.limits.Ticks;

/**
 * A question to the user that has not ended.
 *
 * @param digest what an approval would be for
 * @param deadline from when on no answer counts
 */
public record PendingConfirmation(RequestId request, Digest digest, Ticks deadline) {}
