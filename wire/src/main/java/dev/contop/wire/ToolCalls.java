package dev.contop.wire;

import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.media.StillWish;
import java.util.Set;

/**
 * The payload of {@code tool_call} (T54).
 *
 * <p>What is not of the shape of its tool is wrong, as anywhere (T13); a tool that is not there is
 * {@link ToolRequest.Unusable}, which gets an answer of its own.
 */
final class ToolCalls {

  /** The names by which phones call the shell. */
  private static final Set<String> SHELLS = Set.of("execute_cli", "run_command", "shell");

  /** Tools that phones know and this host does not have. */
  private static final Set<String> MISSING = Set.of("execute_gui", "execute_computer_use");

  private ToolCalls() {}

  static ToolRequest read(Fields in) {
    String tool = name(in);
    if (SHELLS.contains(tool)) {
      return new ToolRequest.Shell(tool, command(in));
    }
    if (tool.equals("observe_screen")) {
      return new ToolRequest.ObserveScreen(tool, wish(in));
    }
    String shown = Unicode.shown(tool);
    return MISSING.contains(tool)
        ? new ToolRequest.Unusable(
            shown, "not_available", "The tool “" + shown + "” is not available on this computer.")
        : new ToolRequest.Unusable(
            shown, "unknown_tool", "There is no tool called “" + shown + "”.");
  }

  /** {@code name} or {@code tool}; the same, if both are there. */
  private static String name(Fields in) {
    String field = in.has("name") || !in.has("tool") ? "name" : "tool";
    String name = in.text(field);
    if (in.has("tool") && !in.text("tool").equals(name)) {
      in.outOfRange("tool");
    }
    if (name.isBlank()) {
      in.refuse(field);
    }
    return name;
  }

  private static StillWish wish(Fields in) {
    if (!in.has("args")) {
      return StillWish.standard();
    }
    Fields args = in.object("args");
    StillWish wish = StillWishes.read(args);
    in.adopt(args);
    return wish;
  }

  /** To the last character as it came: what is run is what was approved (T52). */
  private static Command command(Fields in) {
    Fields args = in.object("args");
    String line = args.text("command");
    // A NUL cannot be passed to a process.
    if (line.isBlank()
        || line.length() > Limits.standard().intentText()
        || line.indexOf('\0') >= 0) {
      args.refuse("command");
    }
    in.adopt(args);
    return new Command(line);
  }
}
