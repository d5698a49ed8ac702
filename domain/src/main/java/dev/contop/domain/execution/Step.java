package dev.contop.domain.execution;

/**
 * What an agent proposes to do next.
 *
 * @param tool the kind of step, for instance {@code shell}
 * @param detail what it is for, in words
 */
public record Step(String tool, String detail, Command command) {}
