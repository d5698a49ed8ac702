/**
 * What the host keeps a record of: who asked for what, who allowed it, and what came of it (T55).
 */
package dev.contop.domain.audit;
