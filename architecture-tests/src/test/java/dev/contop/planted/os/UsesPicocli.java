package dev.contop.planted.os;

import picocli.CommandLine;

/** Uses a library that lives elsewhere. */
public final class UsesPicocli {
  public Class<?> library() {
    return CommandLine.class;
  }
}
