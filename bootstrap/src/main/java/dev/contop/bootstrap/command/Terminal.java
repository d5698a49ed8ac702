package dev.contop.bootstrap.command;

import java.io.Console;
import java.util.Optional;

/** Whether a person reads standard output in a terminal, or a program or a file does. */
final class Terminal {

  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // Newer releases are asked for more, below.
  static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal).isPresent();
  }

  /** Up to Java 21 a console is always a terminal; since 22 it says so itself. */
  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException older) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
