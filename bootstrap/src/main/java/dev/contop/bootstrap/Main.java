package dev.contop.bootstrap;

/** Starts the host. */
public final class Main {
  private Main() {}

  /** Prints the version. */
  public static void main(String[] arguments) {
    System.out.println("contop-host " + Main.class.getPackage().getImplementationVersion());
  }
}
