package dev.contop.planted.os;

import java.io.IOException;

/** Runs what nobody authorized. */
public final class StartsProcesses {
  public Process start() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
