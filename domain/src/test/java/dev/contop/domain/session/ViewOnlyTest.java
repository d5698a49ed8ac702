package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.media.StillWish;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T95: a view-only device sees, and whatever it tries to do is refused, told and written down. */
class ViewOnlyTest {

  private static final MessageId ID = new MessageId(new UUID(7, 7));

  /** One of each message there is, and whether a view-only device may say it. */
  private static final Map<PhoneMessage, Boolean> TABLE =
      Map.ofEntries(
          Map.entry(new PhoneMessage.UserIntent("ls"), false),
          Map.entry(new PhoneMessage.ExecutionStop(), false),
          Map.entry(new PhoneMessage.SetManualMode(true), false),
          Map.entry(new PhoneMessage.ManualInput(click()), false),
          Map.entry(new PhoneMessage.Keepalive(), true),
          Map.entry(new PhoneMessage.Ack(1), true),
          Map.entry(new PhoneMessage.SessionEnd(), true),
          Map.entry(
              new PhoneMessage.ConfirmationResponse(
                  new RequestId("question"), true, Optional.empty()),
              false),
          Map.entry(
              new PhoneMessage.ToolCall(
                  ID, new ToolRequest.Shell("execute_cli", new Command("ls"))),
              false),
          Map.entry(new PhoneMessage.NewSession(), false),
          Map.entry(
              new PhoneMessage.SessionContext(List.of(new Backstory.Entry("user", "before"))),
              false),
          Map.entry(
              new PhoneMessage.DeviceControl("lock_screen", Optional.of(DeviceAction.LOCK_SCREEN)),
              false),
          Map.entry(new PhoneMessage.ObserveScreen(ID, StillWish.standard()), true),
          Map.entry(new PhoneMessage.ChangeVideo(OptionalInt.of(640), OptionalInt.empty()), true),
          Map.entry(new PhoneMessage.WatchFigures(true), true),
          Map.entry(new PhoneMessage.AskScreens(), true),
          Map.entry(new PhoneMessage.SelectScreen("HDMI-1"), true),
          Map.entry(new PhoneMessage.AwayModeStatus(), true),
          Map.entry(new PhoneMessage.SwitchAwayMode(), false),
          Map.entry(new PhoneMessage.RefreshProxyStatus(), true),
          Map.entry(new PhoneMessage.ConversationRequest(), false));

  private static InputRequest click() {
    return new InputRequest.Click("click", MouseButton.LEFT, 1, Optional.empty());
  }

  private static Rehearsal viewing() {
    return new Rehearsal(ConnectionType.TEMPORARY, Role.VIEW).connected(FIRST);
  }

  private static Stream<PhoneMessage> messages(boolean allowed) {
    return TABLE.entrySet().stream()
        .filter(entry -> entry.getValue() == allowed)
        .map(Map.Entry::getKey);
  }

  static Stream<PhoneMessage> forbidden() {
    return messages(false);
  }

  static Stream<PhoneMessage> allowed() {
    return messages(true);
  }

  private static SessionEvent over(ChannelLabel channel, PhoneMessage message) {
    return new SessionEvent.MessageArrived(FIRST, channel, message, Optional.of(ID));
  }

  @Test
  void shouldHaveDecidedOnEveryMessageThereIs() {
    // Given
    List<Class<?>> all =
        Stream.of(PhoneMessage.Acting.class, PhoneMessage.Watching.class)
            .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
            .collect(Collectors.toList());

    // Then
    assertThat(TABLE.keySet().stream().map(Object::getClass)).hasSameElementsAs(all);
    TABLE.forEach(
        (message, allowed) ->
            assertThat(message instanceof PhoneMessage.Watching)
                .as("%s", message)
                .isEqualTo(allowed));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void shouldRefuseWhateverActs(PhoneMessage message) {
    // Given
    Rehearsal session = viewing();
    Session before = session.session();

    // When
    session.play(over(ChannelLabel.RELIABLE, message));

    // Then
    assertThat(session.sent())
        .containsExactly(
            new HostMessage.ErrorReply(
                "forbidden", "This device may only watch.", Optional.of(ID)));
    assertThat(session.entries())
        .containsExactly(new AuditEntry.Forbidden(((PhoneMessage.Acting) message).type(), 0));
    assertThat(session.effects())
        .filteredOn(effect -> !(effect instanceof Effect.SendEnvelope))
        .containsExactly(new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.FORBIDDEN));
    assertThat(session.session().execution()).isEqualTo(before.execution());
    assertThat(session.session().control()).isEqualTo(before.control());
    assertThat(session.session().before()).isEqualTo(before.before());
    assertThat(session.session().deferrals()).isEqualTo(before.deferrals());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void shouldHearWhateverWatches(PhoneMessage message) {
    // Given
    Rehearsal session = viewing();

    // When
    session.play(over(ChannelLabel.RELIABLE, message));

    // Then
    assertThat(session.sent(HostMessage.ErrorReply.class)).isEmpty();
    assertThat(session.entries(AuditEntry.Forbidden.class)).isEmpty();
  }

  @Test
  void shouldRefuseThePointerOnTheFastChannelToo() {
    // Given
    Rehearsal session = viewing();
    PhoneMessage move =
        new PhoneMessage.ManualInput(
            new InputRequest.MoveTo(new VideoPoint(1, 2), OptionalLong.empty()));

    // When
    IntStream.range(0, 1000).forEach(i -> session.play(over(ChannelLabel.FAST, move)));

    // Then answered as often as it is written down
    assertThat(session.effects(Effect.Inject.class)).isEmpty();
    assertThat(session.effects(Effect.CountRefusal.class)).hasSize(1000);
    assertThat(session.entries(AuditEntry.Forbidden.class)).hasSize(5);
    assertThat(session.sent(HostMessage.ErrorReply.class)).hasSize(5);
  }

  @Test
  void shouldNotLetAFloodFillTheAuditLog() {
    // Given
    Rehearsal session = viewing();
    PhoneMessage intent = new PhoneMessage.UserIntent("ls");

    // When a flood, and a minute later one more
    IntStream.range(0, 10_000).forEach(i -> session.hears(intent));
    session.pass(Duration.ofMinutes(1)).hears(intent);

    // Then
    assertThat(session.entries())
        .hasSize(6)
        .last()
        .isEqualTo(new AuditEntry.Forbidden("user_intent", 9_995));
    assertThat(session.session().outbox().dropped()).isZero();
  }

  @Test
  void shouldTellThePhoneThatItMayOnlyWatch() {
    // When
    Rehearsal session = new Rehearsal(ConnectionType.TEMPORARY, Role.VIEW);
    session.answered(FIRST).opened(FIRST);

    // Then
    assertThat(session.sent(HostMessage.StateUpdate.class))
        .singleElement()
        .satisfies(update -> assertThat(update.role()).isEqualTo(Role.VIEW));
  }

  @Test
  void shouldShowWhatGoesOnAndTakeNoAnswerToItsQuestions() {
    // Given a question of a session that a view-only device takes over
    Rehearsal session = new Rehearsal().connected(FIRST).asking();
    RequestId question = session.question();
    session.forget();

    // When
    session
        .play(
            new SessionEvent.PeerAnswered(
                SECOND, ConnectionType.TEMPORARY, Role.VIEW, Optional.empty()))
        .opened(SECOND)
        .written(SECOND);

    // Then it sees the question
    assertThat(session.sentTo(SECOND))
        .anySatisfy(
            message -> assertThat(message).isInstanceOf(HostMessage.ConfirmationRequest.class));

    // When
    session
        .forget()
        .hears(SECOND, new PhoneMessage.ConfirmationResponse(question, true, Optional.empty()));

    // Then
    assertThat(session.session().execution()).isInstanceOf(Execution.Asking.class);
    assertThat(session.session().confirmations().open()).hasSize(1);
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.sent(HostMessage.ErrorReply.class)).hasSize(1);
  }

  @Test
  void shouldSeeTheProgressOfWhatItTookOverAndNotStopIt() {
    // Given
    Rehearsal session = new Rehearsal().connected(FIRST).running("sleep 9");
    session
        .play(
            new SessionEvent.PeerAnswered(
                SECOND, ConnectionType.TEMPORARY, Role.VIEW, Optional.empty()))
        .opened(SECOND)
        .written(SECOND)
        .forget();

    // When
    session.wrote(OutputStreamKind.STDOUT, "hello").hears(SECOND, new PhoneMessage.ExecutionStop());

    // Then
    assertThat(session.sent(HostMessage.AgentProgress.class)).hasSize(1);
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
    assertThat(session.session().execution()).isInstanceOf(Execution.Running.class);
  }

  @Test
  void shouldNotGetBackWhatItsSessionLost() {
    // Given
    Rehearsal session = viewing();

    // When a peer claims more
    session
        .play(
            new SessionEvent.PeerAnswered(
                SECOND, ConnectionType.TEMPORARY, Role.CONTROL, Optional.empty()))
        .opened(SECOND)
        .hears(SECOND, new PhoneMessage.UserIntent("ls"));

    // Then
    assertThat(session.session().role()).isEqualTo(Role.VIEW);
    assertThat(session.effects(Effect.AskAgent.class)).isEmpty();
  }

  @Test
  void shouldStillEndWhatItTookOverWhenItGoes() {
    // Given
    Rehearsal session = new Rehearsal().connected(FIRST).running("sleep 9");
    session
        .play(
            new SessionEvent.PeerAnswered(
                SECOND, ConnectionType.TEMPORARY, Role.VIEW, Optional.empty()))
        .opened(SECOND);

    // When T31 holds whatever the role is
    session.lost(SECOND);

    // Then
    assertThat(session.effects(Effect.KillCommand.class)).hasSize(1);
  }
}
