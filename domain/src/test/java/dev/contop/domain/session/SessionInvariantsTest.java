package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every session, whatever happens to it and in whatever order. */
class SessionInvariantsTest {

  private static final int EVENTS = 40_000;
  private static final Limits SMALL = Rehearsal.limits(100, 8);

  private final SessionMachine machine =
      new SessionMachine(SMALL, new AsksBeforeTouch(), new JavaHash());
  private Session session =
      Session.begun(
          Rehearsal.SEED, ConnectionType.TEMPORARY, Rehearsal.SCREEN, false, SMALL, Ticks.ZERO);
  private Ticks now = Ticks.ZERO;
  private final Watchdog watchdog = new Watchdog(SMALL);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldHoldAfterEveryEventAndAtTheEnd(long seed) {
    // Given
    RandomEvents world = new RandomEvents(seed);

    // When
    for (int i = 0; i < EVENTS; i++) {
      now = now.plus(world.pause());
      play(world, "seed " + seed + ", event " + i);
    }
    bringToRest();

    // Then
    watchdog.sawTheEnd(session);
    assertThat(watchdog.accepted()).as("intents accepted").isGreaterThan(200);
    assertThat(watchdog.approvedStarts()).as("commands run by approval").isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 34, 55, 89, 144, 233, 377})
  void shouldBeForgottenExactlyOnceWheneverItEnds(long seed) {
    // Given
    RandomEvents world = new RandomEvents(seed);
    for (int i = 0; i < 500 + seed; i++) {
      now = now.plus(world.pause());
      play(world, "seed " + seed + ", event " + i);
    }

    // When it ends in the midst of things, and the world does not stop
    play(new SessionEvent.EndRequested(EndCause.HOST_STOPPED), "the end");
    for (int i = 0; i < 500; i++) {
      now = now.plus(world.pause());
      play(world, "seed " + seed + ", after the end, event " + i);
    }
    bringToRest();

    // Then
    watchdog.sawForgotten();
    assertThat(session.isOver()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 6})
  void shouldGiveTheSameAnswerToTheSameEvents(long seed) {
    // Given
    Set<Session> ends = new HashSet<>();

    // When
    for (int run = 0; run < 2; run++) {
      RandomEvents world = new RandomEvents(seed);
      Session at =
          Session.begun(
              Rehearsal.SEED, ConnectionType.TEMPORARY, Rehearsal.SCREEN, false, SMALL, Ticks.ZERO);
      Ticks then = Ticks.ZERO;
      for (int i = 0; i < 2_000; i++) {
        then = then.plus(world.pause());
        Transition transition = machine.step(at, world.next(at), then);
        world.saw(transition.effects());
        at = transition.session();
      }
      ends.add(at);
    }

    // Then
    assertThat(ends).hasSize(1);
  }

  private void play(RandomEvents world, String when) {
    world.saw(play(world.next(session), when));
  }

  private List<Effect> play(SessionEvent event, String when) {
    Session before = session;
    Transition transition = machine.step(before, event, now);
    session = transition.session();
    try {
      watchdog.saw(before, event, now, session, transition.effects());
    } catch (AssertionError broken) {
      throw new AssertionError(when + ": " + event, broken);
    }
    return transition.effects();
  }

  /** The phone goes for good, and what was started comes to its end. */
  private void bringToRest() {
    session
        .link()
        .peer()
        .ifPresent(
            peer ->
                play(
                    new SessionEvent.ConnectivityChanged(peer, Connectivity.FAILED), "at the end"));
    if (session.execution() instanceof Execution.Active active) {
      play(new SessionEvent.CommandEnded(active.id(), 137, Duration.ZERO, false, 0), "at the end");
    }
  }
}
