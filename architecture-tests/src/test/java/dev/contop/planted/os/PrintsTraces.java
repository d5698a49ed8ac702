package dev.contop.planted.os;

/** Talks past the log, at length. */
public final class PrintsTraces {
  public void print(RuntimeException failure) {
    failure.printStackTrace();
  }
}
