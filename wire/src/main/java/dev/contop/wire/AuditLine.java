package dev.contop.wire;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import java.time.Instant;

/**
 * One entry at its place in the audit log.
 *
 * @param seq from 1, one more with each line, over all files
 * @param prev the SHA-256 of the line before, in hex; 64 zeros for the first there ever was
 */
public record AuditLine(long seq, Instant time, AuditEntry entry, About about, String prev) {}
