package dev.contop.domain.execution;

import java.util.UUID;

/** The identity of one running intent. */
public record ExecutionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
