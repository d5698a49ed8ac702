package dev.contop.wire;

import java.util.Optional;

/**
 * What it takes to check a line of the audit log against its neighbours.
 *
 * @param seq its number
 * @param prev the SHA-256 of the line before, in hex
 * @param torn of an entry that tells of torn bytes in front of it, what it says of them
 */
public record AuditStub(long seq, String prev, Optional<Torn> torn) {

  /** Bytes that belong to no line. */
  public record Torn(long bytes, String sha256) {}
}
