package dev.contop.planted.bootstrap;

import picocli.CommandLine;

/** Uses a library that lives elsewhere. */
public final class UsesPicocliAtHome {
  public Class<?> library() {
    return CommandLine.class;
  }
}
