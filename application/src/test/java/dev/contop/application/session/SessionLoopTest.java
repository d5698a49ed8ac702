package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.ManualSchedule;
import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.ShellCommandPolicy;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.session.Effect;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLoopTest {

  private static final PeerId PEER = new PeerId("peer");
  private static final ScreenSize SIZE = new ScreenSize(1280, 720);

  private final FakeTicks clock = new FakeTicks();
  private final ManualSchedule schedule = new ManualSchedule(clock);
  private final StepByStep pool = new StepByStep();
  private final FakeWire wire = new FakeWire();
  private final Performed performed = new Performed();
  private final SessionLoop loop =
      new SessionLoop(
          Session.begun(
              new UUID(1, 2),
              ConnectionType.TEMPORARY,
              new ScreenGeometry(SIZE, SIZE),
              false,
              Limits.standard(),
              Ticks.ZERO),
          new SessionMachine(Limits.standard(), ShellCommandPolicy.standard(), new JavaHash()),
          performed,
          wire,
          clock,
          schedule,
          pool);

  /** Remembers the effects; can be made to fail at one of them. */
  private static final class Performed implements PerformEffects {
    final List<Effect> effects = new ArrayList<>();
    Class<?> failsAt = Void.class;
    Error failure = new AssertionError("planted");
    Consumer<SessionEvent> post = event -> {};
    int abandoned;

    @Override
    public void perform(Effect effect) {
      if (failsAt.isInstance(effect)) {
        throw failure;
      }
      effects.add(effect);
      if (effect instanceof Effect.RecordEntry entry) {
        post.accept(new SessionEvent.AuditWritten(entry.ticket()));
      }
    }

    @Override
    public void abandon() {
      abandoned++;
    }

    List<InputAction> injected() {
      return effects.stream()
          .filter(Effect.Inject.class::isInstance)
          .map(effect -> ((Effect.Inject) effect).action())
          .toList();
    }

    <M extends HostMessage> List<M> said(Class<M> kind) {
      return effects.stream()
          .filter(Effect.SendEnvelope.class::isInstance)
          .map(effect -> ((Effect.SendEnvelope) effect).envelope().message())
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    }
  }

  @BeforeEach
  void connect() {
    performed.post = loop::post;
    loop.post(new SessionEvent.PeerAnswered(PEER, ConnectionType.TEMPORARY));
    loop.post(new SessionEvent.ChannelOpened(PEER, ChannelLabel.RELIABLE));
    loop.post(new SessionEvent.MessagesWritten(PEER, 1));
    manual();
    pool.runAll();
    performed.effects.clear();
  }

  @Test
  void shouldDoNothingOnTheThreadThatPosts() {
    // When
    loop.post(PEER, ChannelLabel.RELIABLE, wire.bytesOf(new PhoneMessage.ExecutionStop()));

    // Then
    assertThat(performed.effects).isEmpty();
    assertThat(pool.waiting()).isEqualTo(1);
  }

  @Test
  void shouldAskThePoolOnceForAnyNumberOfEvents() {
    // When
    for (int i = 0; i < 50; i++) {
      loop.post(new SessionEvent.TimePassed());
    }

    // Then
    assertThat(pool.waiting()).isEqualTo(1);
  }

  @Test
  void shouldGiveTheThreadBackAfterATurn() {
    // Given
    for (int i = 0; i < 200; i++) {
      press(i % 2 == 0);
    }

    // When
    pool.runOne();

    // Then: one turn's worth, and the rest later
    assertThat(performed.injected()).hasSize(64);
    pool.runAll();
    assertThat(performed.injected()).hasSize(200);
  }

  @Test
  void shouldJoinMovesThatWaitBehindOneAnother() {
    // When
    for (int i = 1; i <= 10; i++) {
      move(i);
    }
    press(true);
    for (int i = 11; i <= 20; i++) {
      move(i);
    }
    pool.runAll();

    // Then T17: nothing is lost but places in between
    assertThat(performed.injected())
        .containsExactly(
            new InputAction.MoveTo(new ScreenPoint(10, 0)),
            new InputAction.Press(MouseButton.LEFT),
            new InputAction.MoveTo(new ScreenPoint(20, 0)));
  }

  @Test
  void shouldNotJoinMovesOfDifferentChannels() {
    // When
    move(1);
    loop.post(PEER, ChannelLabel.RELIABLE, wire.bytesOf(manualMove(2)));
    pool.runAll();

    // Then
    assertThat(performed.injected()).hasSize(2);
  }

  @Test
  void shouldDropAFloodOfTheFastChannelAndLive() {
    // When
    int dropped = 0;
    for (int i = 0; i < 5_000; i++) {
      if (!loop.post(PEER, ChannelLabel.FAST, wire.bytesOf(manualMove(i)))) {
        dropped++;
      }
    }
    pool.runAll();

    // Then T14, T17
    assertThat(dropped).isEqualTo(5_000 - Mailbox.FAST_MESSAGES);
    assertThat(performed.effects).noneMatch(Effect.ForgetSession.class::isInstance);
    assertThat(performed.injected()).isNotEmpty();
  }

  @Test
  void shouldEndTheSessionWhenTheReliableChannelOverflows() {
    // When
    byte[] unread = wire.bytesOf(new PhoneMessage.Keepalive());
    boolean taken = true;
    for (int i = 0; i <= Mailbox.MESSAGES; i++) {
      taken = loop.post(PEER, ChannelLabel.RELIABLE, unread);
    }
    pool.runAll();

    // Then
    assertThat(taken).isFalse();
    assertThat(performed.effects).contains(new Effect.ForgetSession(EndCause.OVERLOADED));
    assertThat(performed.said(HostMessage.SessionEnded.class)).hasSize(1);
  }

  @Test
  void shouldAnswerWhatCannotBeRead() {
    // When
    loop.post(PEER, ChannelLabel.RELIABLE, new byte[] {'{'});
    pool.runAll();

    // Then T13
    assertThat(performed.effects.get(0))
        .isEqualTo(new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.MALFORMED));
    assertThat(performed.said(HostMessage.ErrorReply.class)).hasSize(1);
  }

  @Test
  void shouldWakeForEachDeadlineAndKeepOneTimer() {
    // Then T9
    assertThat(schedule.waiting()).isEqualTo(1);
    schedule.pass(Duration.ofSeconds(10));
    pool.runAll();
    assertThat(performed.effects).containsExactly(new Effect.CloseSignaling(PEER));

    // When T18
    for (int i = 0; i < 100; i++) {
      schedule.pass(Duration.ofSeconds(1));
      pool.runAll();
    }

    // Then
    assertThat(performed.said(HostMessage.Keepalive.class)).hasSize(3);
    assertThat(schedule.waiting()).isEqualTo(1);
  }

  @Test
  void shouldSleepAgainWhenItIsWokenTooEarly() {
    // Given a timer that runs ahead of the clock
    schedule.pass(Duration.ofSeconds(10));
    pool.runAll();
    performed.effects.clear();

    // When told of the time with nothing due
    loop.post(new SessionEvent.TimePassed());
    pool.runAll();

    // Then
    assertThat(performed.effects).isEmpty();
    assertThat(schedule.waiting()).isEqualTo(1);
  }

  @Test
  void shouldAbandonOnlyItselfWhenAnEffectFails() {
    // Given
    performed.failsAt = Effect.SendEnvelope.class;

    // When
    loop.post(PEER, ChannelLabel.RELIABLE, wire.bytesOf(new PhoneMessage.ExecutionStop()));
    pool.runAll();

    // Then: the pool's thread saw nothing of it, and no timer is left
    assertThat(performed.abandoned).isEqualTo(1);
    assertThat(schedule.waiting()).isZero();
  }

  @Test
  void shouldBeAbandonedOnceAndStayDeaf() {
    // Given
    performed.failsAt = Effect.SendEnvelope.class;
    performed.failure = new UnsatisfiedLinkError("planted");
    loop.post(PEER, ChannelLabel.RELIABLE, wire.bytesOf(new PhoneMessage.ExecutionStop()));
    pool.runAll();

    // When
    for (int i = 0; i < 10; i++) {
      loop.post(PEER, ChannelLabel.RELIABLE, wire.bytesOf(new PhoneMessage.ExecutionStop()));
      loop.post(new SessionEvent.EndRequested(EndCause.HOST_STOPPED));
      pool.runAll();
    }

    // Then
    assertThat(performed.abandoned).isEqualTo(1);
    assertThat(performed.effects).isEmpty();
  }

  @Test
  void shouldSendAwayAPeerThatComesAfterTheEnd() {
    // Given
    loop.post(new SessionEvent.EndRequested(EndCause.HOST_STOPPED));
    pool.runAll();
    performed.effects.clear();

    // When
    PeerId late = new PeerId("late");
    loop.post(new SessionEvent.PeerAnswered(late, ConnectionType.TEMPORARY));
    loop.post(new SessionEvent.ChannelOpened(late, ChannelLabel.RELIABLE));
    pool.runAll();

    // Then
    assertThat(performed.effects).containsExactly(new Effect.ClosePeer(late));
    assertThat(schedule.waiting()).isZero();
  }

  @Test
  void shouldNotThrowAtWhoeverPostsWhenThePoolIsDown() {
    // Given
    pool.shutDown();

    // When
    loop.post(new SessionEvent.TimePassed());
    schedule.pass(Duration.ofMinutes(1));

    // Then
    assertThat(performed.effects).isEmpty();
  }

  private void manual() {
    loop.post(PEER, ChannelLabel.RELIABLE, wire.bytesOf(new PhoneMessage.SetManualMode(true)));
  }

  private void move(int counter) {
    loop.post(PEER, ChannelLabel.FAST, wire.bytesOf(manualMove(counter)));
  }

  private static PhoneMessage manualMove(int counter) {
    return new PhoneMessage.ManualInput(
        new InputRequest.MoveTo(new VideoPoint(counter, 0), OptionalLong.of(counter)));
  }

  private void press(boolean down) {
    loop.post(
        PEER,
        ChannelLabel.RELIABLE,
        wire.bytesOf(
            new PhoneMessage.ManualInput(
                down
                    ? new InputRequest.Press(MouseButton.LEFT, Optional.empty())
                    : new InputRequest.Release(MouseButton.LEFT, Optional.empty()))));
  }
}
