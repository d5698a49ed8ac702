package dev.contop.domain.envelope;

/** What a tool that ran has written, as it fits a message (T54). */
public record ToolOutput(String stdout, String stderr, int exitCode, boolean truncated) {}
