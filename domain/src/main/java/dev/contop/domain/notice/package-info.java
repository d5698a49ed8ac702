/** What the computer's owner is told in passing; not the log, and never a question. */
package dev.contop.domain.notice;
