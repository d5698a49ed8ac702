package dev.contop.domain.execution;

import dev.contop.domain.media.StillWish;

/** What a {@code tool_call} asks for (T54), read but not yet judged. */
public sealed interface ToolRequest {

  /** The name that the phone used. */
  String tool();

  /** To run a command by the shell. */
  record Shell(String tool, Command command) implements ToolRequest {}

  /** To look at the screen (T74). */
  record ObserveScreen(String tool, StillWish wish) implements ToolRequest {}

  /**
   * A well-formed call that cannot be done: it is answered so.
   *
   * @param code the {@code error_code} of the answer
   */
  record Unusable(String tool, String code, String reason) implements ToolRequest {}
}
