package dev.contop.domain.session;

import dev.contop.domain.confirmation.Confirmations;
import dev.contop.domain.control.ManualControl;
import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.IdSequence;
import dev.contop.domain.envelope.Outbox;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.View;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is known of one device's conversation: a value that {@link SessionMachine} turns into
 * the next.
 *
 * @param screen how what its phone sees lies over the captured screen
 * @param captured the size of that screen
 * @param view what its phone chose to see of it
 * @param role what its phone may do
 * @param screenLost why the screen cannot be read, if it cannot
 * @param nextFigures when its phone is to hear next how its video fares; never, unless it asked
 * @param until when the session ends in any case; never, unless its phone asked for less time than
 *     its pairing has (T4)
 */
public record Session(
    Link link,
    Outbox outbox,
    Execution execution,
    Confirmations confirmations,
    Deferrals deferrals,
    ManualControl control,
    ScreenGeometry screen,
    ScreenSize captured,
    View view,
    ConnectionType connection,
    Role role,
    Ticks until,
    Forbidding forbidding,
    Backstory before,
    boolean keptAwake,
    Optional<String> screenLost,
    Stills stills,
    Ticks nextFigures,
    IdSequence ids) {

  /**
   * A session that has not met its phone yet.
   *
   * @param seed its ids are drawn from it
   * @param keptAwake whether the desktop is kept awake already
   */
  public static Session begun(
      UUID seed,
      ConnectionType connection,
      ScreenGeometry screen,
      boolean keptAwake,
      Limits limits,
      Ticks now) {
    return begun(seed, connection, Role.CONTROL, screen, keptAwake, limits, now);
  }

  /** The same for a phone that may do as much as {@code role} says. */
  public static Session begun(
      UUID seed,
      ConnectionType connection,
      Role role,
      ScreenGeometry screen,
      boolean keptAwake,
      Limits limits,
      Ticks now) {
    return new Session(
        LinkMoves.absent(limits, connection, now),
        Outbox.empty(
            new Outbox.Bounds(
                limits.queuedMessages(), limits.unacknowledged(), limits.queuedBytes())),
        new Execution.Idle(),
        Confirmations.none(limits.confirmations()),
        Deferrals.NONE,
        ManualControl.OFF,
        screen,
        screen.shown().size(),
        View.USUAL,
        connection,
        role,
        Ticks.NEVER,
        Forbidding.begun(now),
        Backstory.NONE,
        keptAwake,
        Optional.empty(),
        Stills.begun(now),
        Ticks.NEVER,
        IdSequence.from(seed));
  }

  /** When the session wants to be told of the time again; {@link Ticks#NEVER} when it does not. */
  public Ticks nextDeadline() {
    Ticks end = link instanceof Link.Ended ? Ticks.NEVER : until;
    Ticks earliest = Ticks.earlier(link.deadline(), confirmations.deadline());
    return Ticks.earlier(end, Ticks.earlier(earliest, nextFigures));
  }

  /** What a {@code state_update} says (T16). */
  public AiState aiState() {
    return execution instanceof Execution.Idle ? AiState.IDLE : AiState.EXECUTING;
  }

  public boolean isOver() {
    return link instanceof Link.Ended && execution instanceof Execution.Idle;
  }
}
