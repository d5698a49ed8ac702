package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.View;
import dev.contop.domain.pairing.ConnectionType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** T77: a phone chooses how its video is sent; its pointer follows (T61). */
class ViewMovesTest {

  private static final View SMALL = View.USUAL.with(OptionalInt.of(640), OptionalInt.of(10));

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  private static PhoneMessage video(OptionalInt width, OptionalInt fps) {
    return new PhoneMessage.ChangeVideo(width, fps);
  }

  private static PhoneMessage small() {
    return video(OptionalInt.of(640), OptionalInt.of(10));
  }

  @Test
  void shouldChangeTheVideoAndSayWhatIsInForce() {
    // When
    session.forget();
    session.hears(small());

    // Then
    assertThat(session.effects()).contains(new Effect.ShowView(FIRST, SMALL));
    assertThat(session.sent())
        .containsExactly(new HostMessage.VideoInForce(true, "", 640, 10, 1920, 30));
  }

  @Test
  void shouldKeepWhatIsLeftOut() {
    session.hears(small());
    session.forget();

    session.hears(video(OptionalInt.of(1920), OptionalInt.empty()));

    assertThat(session.sent())
        .containsExactly(new HostMessage.VideoInForce(true, "", 1920, 10, 1920, 30));
  }

  @Test
  void shouldOnlySayHowItIsWhenNothingIsAskedFor() {
    session.forget();

    session.hears(video(OptionalInt.empty(), OptionalInt.empty()));

    assertThat(session.effects()).noneMatch(Effect.ShowView.class::isInstance);
    assertThat(session.sent())
        .containsExactly(new HostMessage.VideoInForce(true, "", 1920, 30, 1920, 30));
  }

  @Test
  void shouldRefuseMoreThanTheHostSendsAndChangeNothing() {
    // Given
    session.hears(small()).forget();

    // When
    session.hears(video(OptionalInt.of(1921), OptionalInt.of(20)));
    session.hears(video(OptionalInt.of(800), OptionalInt.of(31)));

    // Then
    assertThat(session.effects()).noneMatch(Effect.ShowView.class::isInstance);
    assertThat(session.sent())
        .containsExactly(
            new HostMessage.VideoInForce(
                false,
                "This computer sends at most 1920 pixels from left to right.",
                640,
                10,
                1920,
                30),
            new HostMessage.VideoInForce(
                false, "This computer sends at most 30 frames a second.", 640, 10, 1920, 30));
  }

  @Test
  void shouldShowTheNextConnectionWhatWasChosen() {
    session.hears(small()).forget();

    session.play(new SessionEvent.PeerAnswered(SECOND, ConnectionType.TEMPORARY));

    assertThat(session.effects()).contains(new Effect.ShowView(SECOND, SMALL));
  }

  @Test
  void shouldLetThePointerFollowTheSizeOfTheVideo() {
    // Given a screen of 2560x1440, sent as 640x360
    session.manual(true).hears(small()).forget();

    // When
    session.asked(new InputRequest.MoveTo(new VideoPoint(639.5, 359.5), OptionalLong.empty()));

    // Then T61
    assertThat(session.effects()).containsExactly(move(2559, 1439));
  }

  @Test
  void shouldTakeAPlaceForOneOfThePictureThatThePhoneStillSaw() {
    // Given
    session.manual(true).hears(small()).forget();

    // When
    session.asked(
        new InputRequest.MoveTo(
            new VideoPoint(959.5, 539.5, Optional.of(new ScreenSize(1920, 1080))),
            OptionalLong.empty()));

    // Then T64
    assertThat(session.effects()).containsExactly(move(1280, 720));
  }

  @Test
  void shouldFollowAScreenThatGrows() {
    session.manual(true).hears(small()).forget();

    session.play(new SessionEvent.ScreenResized(new ScreenSize(1280, 720)));
    session.asked(new InputRequest.MoveTo(new VideoPoint(320, 180), OptionalLong.empty()));

    assertThat(session.effects()).containsExactly(move(641, 361));
  }

  private static final Monitor LEFT =
      new Monitor("L", "L", new ScreenArea(0, 0, new ScreenSize(1280, 1440)), true);
  private static final Monitor RIGHT =
      new Monitor("R", "R", new ScreenArea(1280, 0, new ScreenSize(1280, 1440)), false);

  private void select(String id) {
    session.hears(new PhoneMessage.SelectScreen(id));
    assertThat(session.effects()).contains(new Effect.ListMonitors(Optional.of(id)));
    session.play(new SessionEvent.MonitorsListed(List.of(LEFT, RIGHT), Optional.of(id)));
  }

  @Test
  void shouldTellWhichMonitorsThereAre() {
    session.hears(new PhoneMessage.AskScreens()).forget();

    session.play(new SessionEvent.MonitorsListed(List.of(LEFT, RIGHT), Optional.empty()));

    assertThat(session.sent())
        .containsExactly(new HostMessage.Screens(Optional.empty(), List.of(LEFT, RIGHT), "all"));
  }

  @Test
  void shouldShowTheMonitorThatWasChosenAndLetThePointerFollow() {
    // Given
    session.manual(true);

    // When
    select("R");

    // Then T76
    assertThat(session.effects())
        .contains(new Effect.ShowView(FIRST, View.USUAL.of(Optional.of(RIGHT.area()))));
    assertThat(session.sent())
        .endsWith(new HostMessage.Screens(Optional.empty(), List.of(LEFT, RIGHT), "R"));

    // When
    session.forget();
    session.asked(new InputRequest.MoveTo(new VideoPoint(0, 0), OptionalLong.empty()));
    session.asked(new InputRequest.MoveTo(new VideoPoint(9999, 9999), OptionalLong.empty()));

    // Then T61, T62
    assertThat(session.effects()).containsExactly(move(1280, 0), move(2559, 1439));
  }

  @Test
  void shouldShowAllAgain() {
    select("R");

    select("all");

    assertThat(session.session().view()).isEqualTo(View.USUAL);
    assertThat(session.session().screen().shown().size()).isEqualTo(new ScreenSize(2560, 1440));
  }

  @Test
  void shouldSayThatThereIsNoSuchMonitorAndChangeNothing() {
    select("R");
    session.forget();

    session.hears(new PhoneMessage.SelectScreen("X"));
    session.play(new SessionEvent.MonitorsListed(List.of(LEFT, RIGHT), Optional.of("X")));

    assertThat(session.effects()).noneMatch(Effect.ShowView.class::isInstance);
    assertThat(session.sent())
        .containsExactly(
            new HostMessage.Screens(
                Optional.of("There is no such screen."), List.of(LEFT, RIGHT), "R"));
  }

  @Test
  void shouldFollowThePointerOverAllOfAScreenThatLostTheMonitor() {
    // Given
    session.manual(true);
    select("R");
    session.forget();

    // When
    session.play(new SessionEvent.ScreenResized(new ScreenSize(1280, 1440)));
    session.asked(new InputRequest.MoveTo(new VideoPoint(0, 0), OptionalLong.empty()));

    // Then
    assertThat(session.effects()).containsExactly(move(0, 0));
  }

  @Test
  void shouldSayWhyThePictureStandsStillAndThatItMovesAgain() {
    session.forget();

    session.play(new SessionEvent.ScreenStatusChanged(Optional.of("gone")));
    session.play(new SessionEvent.ScreenStatusChanged(Optional.of("gone")));
    session.play(new SessionEvent.ScreenStatusChanged(Optional.empty()));

    assertThat(session.sent())
        .containsExactly(
            new HostMessage.ScreenStatus(Optional.of("gone")),
            new HostMessage.ScreenStatus(Optional.empty()));
  }

  @Test
  void shouldTellWhoComesWhileThereIsNoPicture() {
    session.lost(FIRST);
    session.play(new SessionEvent.ScreenStatusChanged(Optional.of("gone"))).forget();

    session.answered(SECOND).opened(SECOND);

    assertThat(session.sent()).contains(new HostMessage.ScreenStatus(Optional.of("gone")));
  }

  private static Effect move(int x, int y) {
    return new Effect.Inject(new InputAction.MoveTo(new ScreenPoint(x, y)));
  }
}
