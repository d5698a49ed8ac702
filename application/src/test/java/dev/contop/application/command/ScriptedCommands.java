package dev.contop.application.command;

import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A fake that starts no process: a command does what its script says at once, and one without a
 * script runs until the test or a kill ends it.
 */
public final class ScriptedCommands implements RunCommand {

  private final Map<String, Consumer<Running>> scripts = new HashMap<>();
  private final List<Running> started = new ArrayList<>();

  /** From now on the command {@code line} does {@code script} when it is run. */
  public void script(String line, Consumer<Running> script) {
    scripts.put(line, script);
  }

  /** All that was ever run, in order. */
  public List<Running> started() {
    return List.copyOf(started);
  }

  @Override
  public Running run(
      ExecutionId execution, AuthorizedCommand command, int outputLimit, ObserveCommand observer) {
    Running running = new Running(execution, command.command().line(), outputLimit, observer);
    started.add(running);
    scripts.getOrDefault(running.line(), unscripted -> {}).accept(running);
    return running;
  }

  /** One command, as the test drives it. */
  public static final class Running implements RunningCommand {

    private static final int TERMINATED = 128 + 15;

    private final ExecutionId execution;
    private final String line;
    private final ObserveCommand observer;
    private int room;
    private boolean truncated;
    private boolean over;
    private int kills;

    Running(ExecutionId execution, String line, int outputLimit, ObserveCommand observer) {
      this.execution = execution;
      this.line = line;
      this.room = outputLimit;
      this.observer = observer;
    }

    public ExecutionId execution() {
      return execution;
    }

    public String line() {
      return line;
    }

    public boolean isOver() {
      return over;
    }

    /** How often it was to be killed. */
    public int kills() {
      return kills;
    }

    public void write(OutputStreamKind stream, String text) {
      int taken = Math.min(room, text.length());
      if (taken > 0 && taken < text.length() && Character.isLowSurrogate(text.charAt(taken))) {
        taken--;
      }
      room = taken < text.length() ? 0 : room - taken;
      truncated |= taken < text.length();
      if (taken > 0) {
        observer.wrote(stream, text.substring(0, taken));
      }
    }

    public void end(int exitCode) {
      if (!over) {
        over = true;
        observer.ended(exitCode, Duration.ofMillis(1), truncated, 0);
      }
    }

    public void fail(String reason) {
      if (!over) {
        over = true;
        observer.failed(reason);
      }
    }

    @Override
    public void kill() {
      kills++;
      end(TERMINATED);
    }
  }
}
