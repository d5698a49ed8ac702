package dev.contop.domain.execution;

/** A command line for the shell, as it was proposed; that it exists does not let it run. */
public record Command(String line) {

  /** The command as people may see it; logs never do. */
  @Override
  public String toString() {
    return "Command[hidden]";
  }
}
