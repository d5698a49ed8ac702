package dev.contop.planted.bootstrap;

import java.io.IOException;

/** Runs what nobody authorized, the old way. */
public final class StartsProcesses {
  public Process start() throws IOException {
    return Runtime.getRuntime().exec(new String[] {"true"});
  }
}
