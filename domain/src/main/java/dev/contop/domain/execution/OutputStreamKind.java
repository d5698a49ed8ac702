package dev.contop.domain.execution;

/** Which of its two streams a command wrote to. */
public enum OutputStreamKind {
  STDOUT,
  STDERR
}
