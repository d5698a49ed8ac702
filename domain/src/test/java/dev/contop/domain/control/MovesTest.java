package dev.contop.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MovesTest {

  private static final OptionalLong NONE = OptionalLong.empty();

  @Test
  void shouldLetTheLaterPlaceStandForBoth() {
    assertThat(Moves.joined(to(1, NONE), to(2, NONE))).contains(to(2, NONE));
    assertThat(Moves.joined(to(1, count(7)), to(2, count(8)))).contains(to(2, count(8)));
  }

  @Test
  void shouldAddRelativeTravel() {
    assertThat(Moves.joined(by(1.5, NONE), by(-0.25, NONE))).contains(by(1.25, NONE));
    assertThat(Moves.joined(by(1, count(1)), by(2, count(2)))).contains(by(3, count(2)));
  }

  @Test
  void shouldNotJoinMovesThatAreOutOfOrderOrHaveAGapBetween() {
    // T62: the machine decides about each of them
    assertThat(Moves.joined(to(1, count(8)), to(2, count(7)))).isEmpty();
    assertThat(Moves.joined(to(1, count(7)), to(2, count(7)))).isEmpty();
    assertThat(Moves.joined(to(1, count(7)), to(2, count(9)))).isEmpty();
    assertThat(Moves.joined(by(1, count(8)), by(2, count(7)))).isEmpty();
    assertThat(Moves.joined(to(1, count(7)), to(2, NONE))).isEmpty();
    assertThat(Moves.joined(to(1, NONE), to(2, count(7)))).isEmpty();
  }

  @Test
  void shouldNotJoinWhatIsNotTwoMovesOfAKind() {
    // Given
    InputRequest press = new InputRequest.Press(MouseButton.LEFT, Optional.empty());

    // Then
    assertThat(Moves.joined(to(1, NONE), by(1, NONE))).isEmpty();
    assertThat(Moves.joined(by(1, NONE), to(1, NONE))).isEmpty();
    assertThat(Moves.joined(press, press)).isEmpty();
    assertThat(Moves.joined(to(1, NONE), press)).isEmpty();
    assertThat(Moves.joined(press, to(1, NONE))).isEmpty();
  }

  private static OptionalLong count(long counter) {
    return OptionalLong.of(counter);
  }

  private static InputRequest to(double x, OptionalLong counter) {
    return new InputRequest.MoveTo(new VideoPoint(x, 0), counter);
  }

  private static InputRequest by(double dx, OptionalLong counter) {
    return new InputRequest.MoveBy(dx, 0, counter);
  }
}
