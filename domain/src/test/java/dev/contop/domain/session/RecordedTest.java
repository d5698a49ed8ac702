package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.HostMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A phone knows whether it is being recorded (T75). */
class RecordedTest {

  private static final SessionEvent ON = new SessionEvent.RecordingChanged(true, Optional.empty());
  private static final SessionEvent OFF =
      new SessionEvent.RecordingChanged(false, Optional.of("The disk is full."));

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldTellThePhoneWhenRecordingBeginsAndWhyItStops() {
    // When
    session.forget().play(ON).play(OFF);

    // Then
    assertThat(session.sent(HostMessage.Recording.class))
        .containsExactly(
            new HostMessage.Recording(true, Optional.empty()),
            new HostMessage.Recording(false, Optional.of("The disk is full.")));
  }

  @Test
  void shouldTellWhoeverTakesOverAfterTheState() {
    // Given
    session.play(ON).forget();

    // When
    session.answered(SECOND).opened(SECOND);

    // Then
    assertThat(session.sent().stream().filter(said -> !(said instanceof HostMessage.SessionEnded)))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(HostMessage.StateUpdate.class),
            second ->
                assertThat(second).isEqualTo(new HostMessage.Recording(true, Optional.empty())));
  }

  @Test
  void shouldTellAPhoneThatWasAwayOnlyWhatIsSoNow() {
    // Given
    session
        .play(ON)
        .play(new SessionEvent.ConnectivityChanged(FIRST, Connectivity.CLOSED))
        .forget();

    // When
    session.play(OFF).answered(SECOND).opened(SECOND);

    // Then
    assertThat(session.sent(HostMessage.Recording.class)).isEmpty();
  }
}
