package dev.contop.application.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.StepByStep;
import dev.contop.application.time.FakeTicks;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputDeskTest {

  private static final InputAction MOVE = new InputAction.MoveTo(new ScreenPoint(1, 1));
  private static final InputAction PRESS = new InputAction.Press(MouseButton.LEFT);
  private static final InputAction RELEASE = new InputAction.Release(MouseButton.LEFT);
  private static final HeldInputs HELD = new HeldInputs(Set.of(MouseButton.LEFT));

  private final FakeTicks clock = new FakeTicks();
  private final StepByStep pool = new StepByStep();
  private final Hands hands = new Hands();
  private final InputDesk desk = new InputDesk(hands, clock, pool);
  private final List<String> outcomes = new ArrayList<>();

  /** The desktop's hands: each action takes three milliseconds, and some cannot be done. */
  private final class Hands implements InjectInput {
    final List<Object> done = new ArrayList<>();

    @Override
    public void inject(InputAction action) throws InputRefused {
      clock.advance(Duration.ofMillis(3));
      if (action instanceof InputAction.TypeText) {
        throw new InputRefused("There is no keyboard.");
      }
      if (action instanceof InputAction.PressKeys) {
        throw new UnsatisfiedLinkError("planted");
      }
      done.add(action);
    }

    @Override
    public void release(HeldInputs held) {
      done.add(held);
    }
  }

  @Test
  void shouldKeepTheOrderAndTheCallersThread() {
    // When
    desk.inject(MOVE);
    desk.inject(PRESS);
    desk.release(HELD);
    desk.inject(MOVE);
    assertThat(hands.done).isEmpty();
    pool.runAll();

    // Then T62
    assertThat(hands.done).containsExactly(MOVE, PRESS, HELD, MOVE);
  }

  @Test
  void shouldTellHowItWentAndHowLongItTook() {
    // When
    desk.inject(PRESS, this::outcome);
    desk.inject(new InputAction.TypeText("x"), this::outcome);
    pool.runAll();

    // Then T61
    assertThat(outcomes)
        .containsExactly("true done PT0.003S", "false There is no keyboard. PT0.006S");
  }

  @Test
  void shouldAnswerEvenWhenItFailsInAnUnforeseenWayAndLive() {
    // When
    desk.inject(new InputAction.PressKeys(List.of("a")), this::outcome);
    desk.inject(new InputAction.PressKeys(List.of("a")));
    desk.inject(MOVE);
    pool.runAll();

    // Then T61
    assertThat(outcomes).containsExactly("false The desktop failed at it. PT0.003S");
    assertThat(hands.done).containsExactly(MOVE);
  }

  @Test
  void shouldRefuseWhatTheDesktopDoesNotKeepUpWithButNeverARelease() {
    // Given
    for (int i = 0; i < 2000; i++) {
      desk.inject(MOVE);
    }

    // When
    desk.inject(PRESS, this::outcome);
    desk.inject(RELEASE);
    desk.release(HELD);
    pool.runAll();

    // Then T17, T34
    assertThat(outcomes)
        .containsExactly("false The desktop does not keep up with so much input. PT0S");
    assertThat(hands.done).hasSize(1026).endsWith(RELEASE, HELD);
  }

  @Test
  void shouldNotThrowAfterTheEnd() {
    // Given
    pool.shutDown();

    // When
    desk.inject(MOVE);
    desk.inject(PRESS, this::outcome);
    desk.release(HELD);

    // Then
    assertThat(outcomes).hasSize(1);
    assertThat(hands.done).isEmpty();
  }

  private void outcome(boolean done, String message, Duration duration) {
    outcomes.add(done + " " + message + " " + duration);
  }
}
