package dev.contop.domain.audit;

import java.util.UUID;

/** Names one entry on its way into the audit log, so that what waits for it can go on. */
public record AuditTicket(UUID value) {}
