package dev.contop.domain.execution;

/** What a phone wants done, in its own words (T50). */
public record Intent(String text) {}
