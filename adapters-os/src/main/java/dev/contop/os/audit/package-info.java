/**
 * The audit log as files: one a day, each line holding the hash of the one before; and its check.
 *
 * <p>What is worth an entry is decided elsewhere, and so is what happens when none can be written.
 */
package dev.contop.os.audit;
