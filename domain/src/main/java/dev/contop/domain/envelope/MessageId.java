package dev.contop.domain.envelope;

import java.util.UUID;

/** The identity of one message, a version 4 UUID (T12). */
public record MessageId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
