package dev.contop.application.command;

import dev.contop.domain.execution.OutputStreamKind;
import java.time.Duration;

/**
 * Is told what a running command does. Called from threads of the adapter, one call at a time;
 * implementations only post.
 */
public interface ObserveCommand {

  /** Some output, decoded as UTF-8 with U+FFFD for what is none; never split inside a character. */
  void wrote(OutputStreamKind stream, String text);

  /**
   * The command and every process it left behind are gone; the last call.
   *
   * @param exitCode as the shell reports it, 128 + n after signal n
   * @param truncated whether output was thrown away
   * @param survivors how many processes could not be ended; 0 but for an operating-system failure
   */
  void ended(int exitCode, Duration duration, boolean truncated, int survivors);

  /**
   * It could not be started; the last call. {@code reason} is in words and holds no command text.
   */
  void failed(String reason);
}
