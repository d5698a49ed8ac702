/** Keeping the audit log; who reads it is not the host's business. */
package dev.contop.application.audit;
