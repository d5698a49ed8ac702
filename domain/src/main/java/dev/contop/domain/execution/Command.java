package dev.contop.domain.execution;

import dev.contop.domain.confirmation.Deed;
import java.util.Map;

/**
 * A command for the shell, as it was proposed; that it exists does not let it run.
 *
 * @param line what the shell is given
 * @param folder where it runs, an absolute path or {@link #HOME}
 * @param environment variables that are set for it alone
 */
public record Command(String line, String folder, Map<String, String> environment) {

  /** The user's home folder, where commands run unless they say otherwise. */
  public static final String HOME = "~";

  private static final int SHOWN = 2048;

  public Command {
    environment = Map.copyOf(environment);
  }

  public Command(String line) {
    this(line, HOME, Map.of());
  }

  /** As much of the line as is shown beside a step, so that a message has room for its output. */
  public String shown() {
    return line.length() <= SHOWN ? line : line.substring(0, Utf8Length.whole(line, SHOWN)) + "…";
  }

  /** What running it with {@code tool} would be (T52). */
  public Deed deed(String tool) {
    return new Deed(tool, line, folder, environment);
  }

  /** Logs never show the line. */
  @Override
  public String toString() {
    return "Command[hidden]";
  }
}
