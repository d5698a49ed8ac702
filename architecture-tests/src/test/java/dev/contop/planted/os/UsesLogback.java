package dev.contop.planted.os;

import ch.qos.logback.classic.LoggerContext;

/** Uses a library that lives elsewhere. */
public final class UsesLogback {
  public Class<?> library() {
    return LoggerContext.class;
  }
}
