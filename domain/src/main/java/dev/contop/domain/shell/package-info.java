/**
 * Reads shell text: what a POSIX shell or bash would run, as a small tree of commands and words.
 *
 * <p>Conservative: what it does not understand, it says so, and never guesses. It expands nothing,
 * runs nothing, and knows no program; what a command means is the policy's affair.
 */
package dev.contop.domain.shell;
