package dev.contop.os.device;

import dev.contop.os.process.HostPrograms.Running;
import dev.contop.os.process.SessionPrograms;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Keeps logind from suspending the machine, by a program that holds its inhibitor. */
final class HeldInhibitor implements StayAwake {

  private static final Duration HELD_WITHIN = Duration.ofSeconds(1);

  private final SessionPrograms programs;

  HeldInhibitor(SessionPrograms programs) {
    this.programs = programs;
  }

  @Override
  public Held hold() throws NotPossible {
    try {
      Optional<Running> started = programs.startInhibiting();
      if (started.isEmpty()) {
        throw new NotPossible("systemd-inhibit is not there.");
      }
      if (started.get().firstLine(HELD_WITHIN).isEmpty()) {
        started.get().end();
        throw new NotPossible("systemd-inhibit is refused here.");
      }
      return new Inhibiting(started.get());
    } catch (IOException failed) {
      throw new NotPossible("systemd-inhibit could not be started.");
    }
  }

  private record Inhibiting(Running program) implements Held {

    @Override
    public boolean isEffective() {
      return program.isAlive();
    }

    @Override
    public void close() {
      program.end();
    }
  }
}
