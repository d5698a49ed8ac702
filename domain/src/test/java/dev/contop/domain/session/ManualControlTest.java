package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.control.ScrollDirection;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManualControlTest {

  private static final Optional<VideoPoint> NOWHERE = Optional.empty();

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldStopARunWhenTheModeIsEntered() {
    // Given
    session.running("sleep 9").written(FIRST).forget();

    // When
    session.manual(true);

    // Then T60
    assertThat(session.effects(Effect.KillCommand.class))
        .containsExactly(new Effect.KillCommand(session.execution(), StopReason.MANUAL_TAKEOVER));
    assertThat(session.sent(HostMessage.StateUpdate.class))
        .singleElement()
        .satisfies(state -> assertThat(state.manualMode()).isTrue());
    session.ended(143);
    assertThat(session.sent(HostMessage.AgentResult.class).get(0).errorCode())
        .contains("manual_takeover");
  }

  @Test
  void shouldTakeOverWithASingleRequestOutsideTheMode() {
    // Given
    session.running("sleep 9").written(FIRST).forget();

    // When
    session.asked(new InputRequest.Click("click", MouseButton.LEFT, 1, NOWHERE));

    // Then T60: first the stop, then the act; the mode itself stays off
    assertThat(session.effects())
        .containsExactly(
            new Effect.KillCommand(session.execution(), StopReason.MANUAL_TAKEOVER),
            new Effect.InjectAndReport(new InputAction.Click(MouseButton.LEFT, 1), "click"));
    assertThat(session.session().control().enabled()).isFalse();
  }

  @Test
  void shouldReleaseHeldButtonsWhenTheModeEnds() {
    // Given
    session.manual(true).asked(new InputRequest.Press(MouseButton.MIDDLE, NOWHERE)).forget();

    // When
    session.manual(false);

    // Then T34
    assertThat(session.effects().get(0))
        .isEqualTo(new Effect.ReleaseInputs(new HeldInputs(Set.of(MouseButton.MIDDLE))));
    assertThat(session.sent(HostMessage.StateUpdate.class).get(0).manualMode()).isFalse();
  }

  @Test
  void shouldReleaseNothingThatWasReleasedAlready() {
    // Given
    session.manual(true).asked(new InputRequest.Press(MouseButton.LEFT, NOWHERE));
    session.asked(new InputRequest.Release(MouseButton.LEFT, NOWHERE)).forget();

    // When
    session.manual(false);

    // Then
    assertThat(session.effects(Effect.ReleaseInputs.class)).isEmpty();
  }

  @Test
  void shouldMapVideoPixelsToScreenPixels() {
    // Given a screen of twice the size of its video
    session.manual(true).forget();

    // When
    session.asked(to(640, 360)).asked(to(0, 0)).asked(to(1279, 719));

    // Then T61
    assertThat(session.effects())
        .containsExactly(
            inject(new InputAction.MoveTo(new ScreenPoint(1281, 721))),
            inject(new InputAction.MoveTo(new ScreenPoint(1, 1))),
            inject(new InputAction.MoveTo(new ScreenPoint(2559, 1439))));
  }

  @Test
  void shouldClampToTheScreen() {
    // Given
    session.manual(true).forget();

    // When
    session.asked(to(-500, 1e5)).asked(to(1e5, -0.6));

    // Then T62
    assertThat(session.effects())
        .containsExactly(
            inject(new InputAction.MoveTo(new ScreenPoint(0, 1439))),
            inject(new InputAction.MoveTo(new ScreenPoint(2559, 0))));
  }

  @Test
  void shouldFollowAScreenThatWasResized() {
    // Given
    session.manual(true).forget();

    // When
    session.play(new SessionEvent.ScreenResized(new ScreenSize(800, 600)));
    session.asked(to(799, 700));

    // Then T62
    assertThat(session.effects())
        .containsExactly(inject(new InputAction.MoveTo(new ScreenPoint(799, 599))));
  }

  @Test
  void shouldDropMovesOlderThanTheNewest() {
    // Given
    session.manual(true).forget();

    // When
    session.asked(moveTo(10, 3)).asked(moveTo(20, 2)).asked(moveTo(30, 3)).asked(moveTo(40, 4));
    session.asked(moveBy(5, 5, 1)).asked(moveBy(7, 7, 5));

    // Then T62
    assertThat(session.effects())
        .containsExactly(
            inject(new InputAction.MoveTo(new ScreenPoint(21, 1))),
            inject(new InputAction.MoveTo(new ScreenPoint(81, 1))),
            inject(new InputAction.MoveBy(7, 7)));
  }

  @Test
  void shouldKeepTravelOfLessThanAPixelForTheNextMove() {
    // Given
    session.manual(true).forget();

    // When ten moves of a quarter of a pixel to the right and a third down
    for (int i = 0; i < 10; i++) {
      session.asked(new InputRequest.MoveBy(0.25, 1 / 3.0, OptionalLong.empty()));
    }

    // Then
    List<InputAction.MoveBy> moves =
        session.effects(Effect.Inject.class).stream()
            .map(effect -> (InputAction.MoveBy) effect.action())
            .toList();
    assertThat(moves.stream().mapToInt(InputAction.MoveBy::dx).sum()).isEqualTo(2);
    assertThat(moves.stream().mapToInt(InputAction.MoveBy::dy).sum()).isEqualTo(3);
    assertThat(moves).noneMatch(move -> move.dx() == 0 && move.dy() == 0);
  }

  @Test
  void shouldTravelBackAsFarAsForth() {
    // Given
    session.manual(true).forget();

    // When
    for (int i = 0; i < 7; i++) {
      session.asked(new InputRequest.MoveBy(1.6, -0.4, OptionalLong.empty()));
    }
    for (int i = 0; i < 7; i++) {
      session.asked(new InputRequest.MoveBy(-1.6, 0.4, OptionalLong.empty()));
    }

    // Then at most one pixel is still on its way
    int x = 0;
    int y = 0;
    for (Effect.Inject effect : session.effects(Effect.Inject.class)) {
      x += ((InputAction.MoveBy) effect.action()).dx();
      y += ((InputAction.MoveBy) effect.action()).dy();
    }
    assertThat(x).isBetween(-1, 1);
    assertThat(y).isBetween(-1, 1);
  }

  @Test
  void shouldGoToThePlaceThatAnActionIsMeantForFirst() {
    // Given
    session.manual(true).forget();
    Optional<VideoPoint> at = Optional.of(new VideoPoint(10, 10));
    Effect there = inject(new InputAction.MoveTo(new ScreenPoint(21, 21)));

    // When
    session.asked(new InputRequest.Press(MouseButton.LEFT, at));
    session.asked(new InputRequest.Release(MouseButton.LEFT, at));
    session.asked(new InputRequest.Click("double_click", MouseButton.LEFT, 2, at));
    session.asked(new InputRequest.Scroll(ScrollDirection.DOWN, 3, at));

    // Then T64
    assertThat(session.effects())
        .containsExactly(
            there,
            inject(new InputAction.Press(MouseButton.LEFT)),
            there,
            inject(new InputAction.Release(MouseButton.LEFT)),
            there,
            new Effect.InjectAndReport(new InputAction.Click(MouseButton.LEFT, 2), "double_click"),
            there,
            inject(new InputAction.Scroll(ScrollDirection.DOWN, 3)));
  }

  @Test
  void shouldAnswerWhatIsNotFireAndForget() {
    // Given
    session.manual(true).forget();

    // When
    session.asked(new InputRequest.KeyCombo(List.of("ctrl", "c")));
    session.asked(new InputRequest.TypeText("grüße 😀"));
    session.play(new SessionEvent.InputDone("key_combo", true, "done", Duration.ofMillis(3)));
    session.play(new SessionEvent.InputDone("type_text", false, "no key", Duration.ofMillis(4)));

    // Then T61
    assertThat(session.effects(Effect.InjectAndReport.class))
        .containsExactly(
            new Effect.InjectAndReport(
                new InputAction.PressKeys(List.of("ctrl", "c")), "key_combo"),
            new Effect.InjectAndReport(new InputAction.TypeText("grüße 😀"), "type_text"));
    assertThat(session.sent())
        .containsExactly(
            new HostMessage.ManualControlResult("key_combo", true, "done", Duration.ofMillis(3)),
            new HostMessage.ManualControlResult(
                "type_text", false, "no key", Duration.ofMillis(4)));
  }

  @Test
  void shouldAnswerWhatCannotBeDoneWithTheReason() {
    // Given
    session.manual(true).forget();

    // When
    session.asked(new InputRequest.Unusable("key_combo", "There are no keys in it."));

    // Then T61
    assertThat(session.effects()).hasSize(1);
    assertThat(session.sent())
        .containsExactly(
            new HostMessage.ManualControlResult(
                "key_combo", false, "There are no keys in it.", Duration.ZERO));
  }

  private static Effect inject(InputAction action) {
    return new Effect.Inject(action);
  }

  private static InputRequest to(double x, double y) {
    return new InputRequest.MoveTo(new VideoPoint(x, y), OptionalLong.empty());
  }

  private static InputRequest moveTo(double x, long counter) {
    return new InputRequest.MoveTo(new VideoPoint(x, 0), OptionalLong.of(counter));
  }

  private static InputRequest moveBy(double dx, double dy, long counter) {
    return new InputRequest.MoveBy(dx, dy, OptionalLong.of(counter));
  }
}
