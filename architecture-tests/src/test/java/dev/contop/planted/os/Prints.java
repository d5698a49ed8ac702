package dev.contop.planted.os;

/** Talks past the log. */
public final class Prints {
  public void print() {
    System.err.println("x");
  }
}
