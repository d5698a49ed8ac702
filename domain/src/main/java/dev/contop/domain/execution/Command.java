package dev.contop.domain.execution;

/** A command line for the shell, as it was proposed; that it exists does not let it run. */
public record Command(String line) {

  private static final int SHOWN = 2048;

  /** As much of the line as is shown beside a step, so that a message has room for its output. */
  public String shown() {
    return line.length() <= SHOWN ? line : line.substring(0, Utf8Length.whole(line, SHOWN)) + "…";
  }

  /** Logs never show the line. */
  @Override
  public String toString() {
    return "Command[hidden]";
  }
}
