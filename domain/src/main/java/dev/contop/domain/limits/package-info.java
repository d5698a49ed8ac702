/** Bounds and monotonic time: every number that keeps the host from growing, and nothing else. */
package dev.contop.domain.limits;
