package dev.contop.bootstrap.command;

import dev.contop.domain.door.Secret;
import java.io.PrintStream;
import java.util.Optional;

/** Tells the person at the terminal where the dashboard is. */
public final class DashboardText {

  private DashboardText() {}

  /**
   * Prints the link to the dashboard.
   *
   * @param needed what a browser must show there, if it must; told to a terminal only, since what
   *     goes elsewhere may be kept
   */
  public static void show(PrintStream out, int adminPort, Optional<Secret> needed) {
    show(out, adminPort, needed, Terminal.isThere());
  }

  static void show(PrintStream out, int adminPort, Optional<Secret> needed, boolean toAPerson) {
    out.println(
        "On this computer, see and manage phones at "
            + link(adminPort, needed.filter(secret -> toAPerson)));
    out.println();
  }

  /** In the fragment, which browsers send to no one. */
  private static String link(int adminPort, Optional<Secret> secret) {
    return "http://127.0.0.1:"
        + adminPort
        + "/"
        + secret.map(known -> "#key=" + known.value()).orElse("");
  }
}
