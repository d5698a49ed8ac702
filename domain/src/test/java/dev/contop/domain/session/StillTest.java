package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** T74: a still of what the phone sees of the screen, on request only. */
class StillTest {

  private static final MessageId ID = new MessageId(new UUID(0x4000, 1));
  private static final MessageId OTHER = new MessageId(new UUID(0x4000, 2));
  private static final StillWish WISH = new StillWish(60, 800);
  private static final Still STILL =
      new Still(new byte[] {1}, new Ticks(5), new ScreenSize(800, 450), new ScreenSize(2560, 1440));

  private static final Monitor RIGHT =
      new Monitor("R", "R", new ScreenArea(1280, 0, new ScreenSize(1280, 1440)), false);

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  private void ask(MessageId id) {
    session.play(
        new SessionEvent.MessageArrived(
            FIRST,
            ChannelLabel.RELIABLE,
            new PhoneMessage.ObserveScreen(id, WISH),
            Optional.of(id)));
  }

  private void call(MessageId id) {
    session.play(
        new SessionEvent.MessageArrived(
            FIRST,
            ChannelLabel.RELIABLE,
            new PhoneMessage.ToolCall(id, new ToolRequest.ObserveScreen("observe_screen", WISH)),
            Optional.of(id)));
  }

  private List<Effect> stills() {
    return session.effects().stream().filter(Effect.TakeStill.class::isInstance).toList();
  }

  @Test
  void shouldTakeAStillWhenAskedAndSendItToWhoAsked() {
    // When
    ask(ID);
    session.play(new SessionEvent.StillTaken(STILL));

    // Then
    assertThat(stills()).containsExactly(new Effect.TakeStill(WISH));
    assertThat(session.sent()).containsOnlyOnce(new HostMessage.ScreenFrame(ID, STILL));
    assertThat(session.sent()).noneMatch(HostMessage.ToolResult.class::isInstance);
  }

  @Test
  void shouldShowTheMonitorThatThePhoneWatchesAndOnlyThat() {
    // Given T76
    session.hears(new PhoneMessage.SelectScreen("R"));
    session.play(new SessionEvent.MonitorsListed(List.of(RIGHT), Optional.of("R")));

    // When
    ask(ID);
    session.play(new SessionEvent.StillTaken(STILL));
    call(OTHER);
    session.play(new SessionEvent.StillTaken(STILL));

    // Then a tool sees no more than its phone
    Effect ofThatMonitor = new Effect.TakeStill(new StillWish(60, 800, Optional.of(RIGHT.area())));
    assertThat(stills()).containsExactly(ofThatMonitor, ofThatMonitor);
  }

  @Test
  void shouldShowAllMonitorsAgainOnceThePhoneDoes() {
    // Given
    session.hears(new PhoneMessage.SelectScreen("R"));
    session.play(new SessionEvent.MonitorsListed(List.of(RIGHT), Optional.of("R")));
    session.hears(new PhoneMessage.SelectScreen(Monitor.ALL));
    session.play(new SessionEvent.MonitorsListed(List.of(RIGHT), Optional.of(Monitor.ALL)));

    // When
    ask(ID);

    // Then
    assertThat(stills()).containsExactly(new Effect.TakeStill(WISH));
  }

  @Test
  void shouldTakeOneAtATime() {
    // When
    ask(ID);
    ask(OTHER);

    // Then
    assertThat(stills()).hasSize(1);
    assertThat(session.sent()).contains(error(StillRefusal.BUSY, OTHER));
  }

  @Test
  void shouldTakeAsManyAsTheRateAllows() {
    // When
    for (int i = 0; i < 5; i++) {
      ask(ID);
      session.play(new SessionEvent.StillTaken(STILL));
    }

    // Then
    assertThat(stills()).hasSize(4);
    assertThat(session.sent()).contains(error(StillRefusal.TOO_OFTEN, ID));

    // When
    session.pass(Duration.ofMillis(500));
    ask(OTHER);

    // Then
    assertThat(stills()).hasSize(5);
  }

  @Test
  void shouldSayThatThereIsNone() {
    // When
    ask(ID);
    session.play(new SessionEvent.StillMissed(StillRefusal.NO_SCREEN));
    ask(OTHER);

    // Then
    assertThat(session.sent()).contains(error(StillRefusal.NO_SCREEN, ID));
    assertThat(stills()).hasSize(2);
  }

  @Test
  void shouldAnswerAToolCallWithPictureAndResult() {
    // When
    call(ID);
    session.play(new SessionEvent.StillTaken(STILL));

    // Then
    assertThat(session.sent())
        .endsWith(
            new HostMessage.ScreenFrame(ID, STILL),
            new HostMessage.ToolResult(
                ID, "observe_screen", "Done.", Optional.empty(), Optional.empty(), Duration.ZERO));
  }

  @Test
  void shouldAnswerAToolCallThatFailed() {
    // When
    call(ID);
    session.play(new SessionEvent.StillMissed(StillRefusal.FAILED));

    // Then
    assertThat(session.sent())
        .endsWith(
            new HostMessage.ToolResult(
                ID,
                "observe_screen",
                StillRefusal.FAILED.words(),
                Optional.of("still_failed"),
                Optional.empty(),
                Duration.ZERO));
  }

  @Test
  void shouldNotKeepAPictureForAnotherConnection() {
    // Given
    ask(ID);
    session.play(new SessionEvent.PeerAnswered(SECOND, ConnectionType.TEMPORARY));
    session.play(new SessionEvent.ChannelOpened(SECOND, ChannelLabel.RELIABLE));

    // When
    session.play(new SessionEvent.StillTaken(STILL));

    // Then
    assertThat(session.sent()).noneMatch(HostMessage.ScreenFrame.class::isInstance);
  }

  @Test
  void shouldPassOverAStillThatNobodyAskedFor() {
    session.play(new SessionEvent.StillTaken(STILL));

    assertThat(session.sent()).noneMatch(HostMessage.ScreenFrame.class::isInstance);
  }

  private static HostMessage error(StillRefusal reason, MessageId ref) {
    return new HostMessage.ErrorReply(reason.code(), reason.words(), Optional.of(ref));
  }
}
