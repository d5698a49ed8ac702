package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScrollDirection;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Execution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FastChannelTest {

  private static final Effect NOT_ON_FAST =
      new Effect.CountRefusal(ChannelLabel.FAST, Refusal.NOT_ON_FAST);

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  static Stream<InputRequest> pointerEvents() {
    return Stream.of(
        new InputRequest.MoveTo(new VideoPoint(1, 1), OptionalLong.empty()),
        new InputRequest.MoveBy(3, 3, OptionalLong.empty()),
        new InputRequest.Press(MouseButton.LEFT, Optional.empty()),
        new InputRequest.Release(MouseButton.LEFT, Optional.empty()));
  }

  static Stream<InputRequest> otherInputs() {
    return Stream.of(
        new InputRequest.Click("click", MouseButton.LEFT, 1, Optional.empty()),
        new InputRequest.Scroll(ScrollDirection.UP, 1, Optional.empty()),
        new InputRequest.KeyCombo(List.of("a")),
        new InputRequest.TypeText("a"),
        new InputRequest.Unusable("dance", "This action is not known."));
  }

  static Stream<PhoneMessage> otherMessages() {
    return Stream.of(
        new PhoneMessage.UserIntent("ls"),
        new PhoneMessage.ExecutionStop(),
        new PhoneMessage.SetManualMode(true),
        new PhoneMessage.SetManualMode(false),
        new PhoneMessage.Keepalive(),
        new PhoneMessage.SessionEnd());
  }

  @ParameterizedTest
  @MethodSource("pointerEvents")
  void shouldTakePointerEventsInManualMode(InputRequest request) {
    // Given
    session.manual(true).forget();

    // When
    session.askedFast(request);

    // Then T15
    assertThat(session.effects()).hasSize(1).allMatch(Effect.Inject.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("pointerEvents")
  void shouldIgnoreAndCountThemOutsideManualModeAndStopNothing(InputRequest request) {
    // Given
    session.running("sleep 9").forget();

    // When
    session.askedFast(request);

    // Then T60
    assertThat(session.effects())
        .containsExactly(new Effect.CountRefusal(ChannelLabel.FAST, Refusal.NOT_IN_MANUAL_MODE));
    assertThat(session.session().execution()).isInstanceOf(Execution.Running.class);
  }

  @ParameterizedTest
  @MethodSource("otherInputs")
  void shouldRefuseOtherInputsEvenInManualMode(InputRequest request) {
    // Given
    session.manual(true).forget();

    // When
    session.askedFast(request);

    // Then T15
    assertThat(session.effects()).containsExactly(NOT_ON_FAST);
  }

  @ParameterizedTest
  @MethodSource("otherMessages")
  void shouldRefuseEverythingElse(PhoneMessage message) {
    // Given
    session.manual(true).forget();

    // When
    session.hearsFast(message);

    // Then T15
    assertThat(session.effects()).containsExactly(NOT_ON_FAST);
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
    assertThat(session.session().control().enabled()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("pointerEvents")
  void shouldTakeTheSameOverTheReliableChannelWithoutTheMode(InputRequest request) {
    // When
    session.asked(request);

    // Then T15, T60
    assertThat(session.effects()).hasSize(1).allMatch(Effect.Inject.class::isInstance);
  }

  @Test
  void shouldShareTheCountOfMovesWithTheReliableChannel() {
    // Given
    session.manual(true).forget();
    session.asked(new InputRequest.MoveTo(new VideoPoint(9, 9), OptionalLong.of(7))).forget();

    // When a move that was overtaken arrives over the fast channel
    session.askedFast(new InputRequest.MoveTo(new VideoPoint(1, 1), OptionalLong.of(6)));

    // Then T62
    assertThat(session.effects()).isEmpty();
  }

  @Test
  void shouldRememberWhatWasPressedOverIt() {
    // Given
    session.manual(true).askedFast(new InputRequest.Press(MouseButton.LEFT, Optional.empty()));

    // When
    session.lost(FIRST);

    // Then T34
    assertThat(session.effects(Effect.ReleaseInputs.class)).hasSize(1);
    assertThat(session.effects(Effect.Inject.class))
        .containsExactly(new Effect.Inject(new InputAction.Press(MouseButton.LEFT)));
  }
}
