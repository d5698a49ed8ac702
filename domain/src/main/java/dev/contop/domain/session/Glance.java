package dev.contop.domain.session;

import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody at the computer sees of a session: who is there, what runs, and what is asked.
 *
 * @param link how the connection stands
 * @param run what runs, if anything does
 * @param questions what the phone is asked, the oldest first
 * @param manual whether the phone controls the pointer by hand
 * @param waiting how many messages wait for the phone
 */
public record Glance(
    Presence link, Optional<Run> run, List<Question> questions, boolean manual, int waiting) {
  public Glance {
    questions = List.copyOf(questions);
  }

  /** How a connection stands, in the eyes of a person. */
  public enum Presence {
    AWAY,
    CONNECTING,
    CONNECTED,
    /** It may be gone: nothing new starts (T30). */
    DOUBTFUL;

    /** Whether the reliable channel is open. */
    public boolean isOpen() {
      return this == CONNECTED || this == DOUBTFUL;
    }

    /** As programs read it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a run is doing. */
  public enum Stage {
    THINKING,
    ASKING,
    RUNNING,
    STOPPING;

    /** As programs read it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An execution under way.
   *
   * @param command of the step that runs or waits; nothing between steps
   */
  public record Run(Stage stage, Optional<String> command, int steps, Duration lasting) {
    /** Logs never show commands. */
    @Override
    public String toString() {
      return "Run[" + stage + "]";
    }
  }

  /** A question that is open. */
  public record Question(RequestId request, String command, String reason, Duration left) {
    /** Logs never show commands. */
    @Override
    public String toString() {
      return "Question[hidden]";
    }
  }

  /** What there is to be seen of {@code session}; any thread. */
  public static Glance at(Session session, Ticks now) {
    return new Glance(
        presence(session.link()),
        run(session.execution(), now),
        questions(session, now),
        session.control().enabled(),
        session.outbox().waiting());
  }

  private static Presence presence(Link link) {
    if (link instanceof Link.Live) {
      return Presence.CONNECTED;
    }
    if (link instanceof Link.Suspect) {
      return Presence.DOUBTFUL;
    }
    return link instanceof Link.Connecting ? Presence.CONNECTING : Presence.AWAY;
  }

  private static Optional<Run> run(Execution execution, Ticks now) {
    if (!(execution instanceof Execution.Active active)) {
      return Optional.empty();
    }
    return Optional.of(
        new Run(stage(active), command(active), active.steps(), now.since(active.since())));
  }

  private static Stage stage(Execution.Active active) {
    if (active instanceof Execution.Asking) {
      return Stage.ASKING;
    }
    if (active instanceof Execution.Running) {
      return Stage.RUNNING;
    }
    return active instanceof Execution.Stopping ? Stage.STOPPING : Stage.THINKING;
  }

  private static Optional<String> command(Execution.Active active) {
    if (active instanceof Execution.Waiting waiting) {
      return Optional.of(waiting.step().command().line());
    }
    if (active instanceof Execution.Running running) {
      return Optional.of(running.step().command().line());
    }
    return active instanceof Execution.Stopping stopping
        ? Optional.of(stopping.running().step().command().line())
        : Optional.empty();
  }

  private static List<Question> questions(Session session, Ticks now) {
    if (!(session.execution() instanceof Execution.Asking asking)) {
      return List.of();
    }
    return session.confirmations().open().stream()
        .filter(one -> one.request().equals(asking.request()))
        .map(one -> question(asking, one, now))
        .toList();
  }

  private static Question question(Execution.Asking asking, PendingConfirmation one, Ticks now) {
    Duration left = one.deadline().reachedAt(now) ? Duration.ZERO : one.deadline().since(now);
    return new Question(
        one.request(), asking.step().command().line(), asking.verdict().reason(), left);
  }
}
