package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T42: numbers, acknowledgements, and what is sent again. */
class ResumeTest {

  private static final Effect NOT_SENT =
      new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_SENT);

  private final Rehearsal session = new Rehearsal();

  @Test
  void shouldNumberFromOneWithoutGapsAllThatIsNotOnlyForNow() {
    // When
    resuming(FIRST, 0);
    say(1, 3);
    session.later(Duration.ofSeconds(30));
    say(4, 5);

    // Then the first state and the keepalive have none
    assertThat(session.envelopesTo(FIRST))
        .extracting(Envelope::seq)
        .containsExactly(
            OptionalLong.empty(),
            OptionalLong.of(1),
            OptionalLong.of(2),
            OptionalLong.of(3),
            OptionalLong.empty(),
            OptionalLong.of(4),
            OptionalLong.of(5));
  }

  @Test
  void shouldNeverShowANumberToAPhoneThatDoesNotAsk() {
    // Given a phone that asked before
    resuming(FIRST, 0);
    say(1, 3);

    // When
    session.lost(FIRST).answered(SECOND).opened(SECOND);
    say(4, 5);

    // Then T40: it gets all of it, as ever
    assertThat(session.envelopesTo(SECOND))
        .extracting(Envelope::seq)
        .containsOnly(OptionalLong.empty());
    assertThat(said(SECOND)).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void shouldSendAgainInOrderOnceEachWhatWasWrittenAndNotAcknowledged() {
    // Given
    resuming(FIRST, 0);
    say(1, 5);
    List<Envelope> first = session.envelopesTo(FIRST);
    session.written(FIRST).hears(new PhoneMessage.Ack(2)).lost(FIRST);
    say(6, 6);

    // When
    resuming(SECOND, 2);

    // Then under the same ids and numbers
    assertThat(said(SECOND)).containsExactly(3, 4, 5, 6);
    assertThat(session.envelopesTo(SECOND).subList(1, 4)).isEqualTo(first.subList(3, 6));
  }

  @Test
  void shouldTakeOverWhatTheOldPeerHadNotDeliveredWhenItIsReplaced() {
    // Given
    resuming(FIRST, 0);
    say(1, 4);

    // When the phone made its offer after the first, and more is said before its channel opens
    session.answeredResuming(SECOND, 1);
    say(5, 6);
    session.opened(SECOND);

    // Then T33
    assertThat(said(SECOND)).containsExactly(2, 3, 4, 5, 6);
    assertThat(session.sentTo(FIRST).get(5)).isInstanceOf(HostMessage.SessionEnded.class);
  }

  @Test
  void shouldTellOfAGapBeforeAllElseButTheState() {
    // Given 1,005 that are on their way to a phone that acknowledges none
    resuming(FIRST, 0);
    for (int i = 1; i <= 1005; i++) {
      say(i, i);
      session.written(FIRST);
    }
    session.lost(FIRST).forget();

    // When it has seen two of them
    resuming(SECOND, 2);
    session.written(SECOND);

    // Then T16, T42
    assertThat(session.sentTo(SECOND).get(0)).isInstanceOf(HostMessage.StateUpdate.class);
    assertThat(session.sentTo(SECOND).get(1)).isEqualTo(new HostMessage.ResumeGap(3, 5));
    assertThat(session.envelopesTo(SECOND).get(1).seq()).isEmpty();
    assertThat(numbers(SECOND)).isEqualTo(LongStream.rangeClosed(6, 1005).boxed().toList());
    assertThat(session.sent(HostMessage.MessagesDropped.class)).isEmpty();
  }

  @Test
  void shouldNotLoseTheWindowWhenTheQueueOverflowsToo() {
    // Given 1,000 on their way, and 1,200 more while the phone is away
    resuming(FIRST, 0);
    for (int i = 1; i <= 1000; i++) {
      say(i, i);
      session.written(FIRST);
    }
    session.lost(FIRST).forget();
    say(1001, 2200);

    // When
    resuming(SECOND, 0);
    session.written(SECOND);

    // Then T40, T42: the notice stands where the dropped ones are missing, with a number of its own
    List<HostMessage> heard = session.sentTo(SECOND);
    assertThat(heard.get(1001)).isEqualTo(new HostMessage.MessagesDropped(200));
    assertThat(said(SECOND).subList(0, 1000)).isEqualTo(range(1, 1000));
    assertThat(said(SECOND).subList(1000, 2000)).isEqualTo(range(1201, 2200));
    assertThat(numbers(SECOND)).isEqualTo(LongStream.rangeClosed(1, 2001).boxed().toList());
  }

  @Test
  void shouldTellOfDropsAgainUntilThePhoneHasSeenIt() {
    // Given
    Rehearsal small = new Rehearsal(Rehearsal.limits(2, 32));
    for (int i = 0; i < 5; i++) {
      say(small, i);
    }
    small.answeredResuming(FIRST, 0).opened(FIRST).written(FIRST);
    assertThat(small.sentTo(FIRST).get(1)).isEqualTo(new HostMessage.MessagesDropped(3));

    // When the peer wrote it, but the phone never saw it
    small.lost(FIRST).forget().answeredResuming(SECOND, 0).opened(SECOND);

    // Then T40
    assertThat(small.sent(HostMessage.MessagesDropped.class))
        .containsExactly(new HostMessage.MessagesDropped(3));
    assertThat(small.envelopesTo(SECOND).get(1).seq()).hasValue(1);
  }

  @Test
  void shouldLetThePhoneReadOnWithoutAcknowledging() {
    // Given
    resuming(FIRST, 0);

    // When far more is said than is kept
    for (int i = 1; i <= 3000; i++) {
      say(i, i);
      session.written(FIRST);
    }

    // Then
    assertThat(said(FIRST)).isEqualTo(range(1, 3000));
    assertThat(session.session().outbox().unsettled()).isEqualTo(1000);
    assertThat(session.session().outbox().dropped()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 2, 5, 5, 1})
  void shouldTakeAcknowledgementsInAnyOrder(long seq) {
    // Given
    resuming(FIRST, 0);
    say(1, 5);
    session.written(FIRST).hears(new PhoneMessage.Ack(2)).forget();

    // When
    session.hears(new PhoneMessage.Ack(seq)).hears(new PhoneMessage.Ack(seq));

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session().outbox().unsettled()).isEqualTo(5 - (int) Math.max(2, seq));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 1000, (1L << 53) - 1, Long.MAX_VALUE})
  void shouldCountAnAcknowledgementOfWhatWasNeverSent(long seq) {
    // Given
    resuming(FIRST, 0);
    say(1, 5);
    Session before = session.written(FIRST).forget().session();

    // When
    session.hears(new PhoneMessage.Ack(seq));

    // Then
    assertThat(session.effects()).containsExactly(NOT_SENT);
    assertThat(session.session()).isEqualTo(before);
  }

  @Test
  void shouldCountAnAcknowledgementThatNobodyAskedFor() {
    // Given a phone that does not resume
    session.connected(FIRST);
    say(1, 1);
    Session before = session.forget().session();

    // When
    session.hears(new PhoneMessage.Ack(1));

    // Then
    assertThat(session.effects()).containsExactly(NOT_SENT);
    assertThat(session.session()).isEqualTo(before);
  }

  @Test
  void shouldIgnoreAcknowledgementsOfAPeerThatWasReplacedAndOfTheFastChannel() {
    // Given
    resuming(FIRST, 0);
    say(1, 5);
    session.answeredResuming(SECOND, 0).opened(SECOND).written(SECOND);
    Session before = session.forget().session();

    // When
    session.hears(FIRST, new PhoneMessage.Ack(5));
    session.play(
        new SessionEvent.MessageArrived(SECOND, ChannelLabel.FAST, new PhoneMessage.Ack(5)));

    // Then T15
    assertThat(session.effects())
        .containsExactly(
            new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_YOUR_PEER),
            new Effect.CountRefusal(ChannelLabel.FAST, Refusal.NOT_ON_FAST));
    assertThat(session.session()).isEqualTo(before);
  }

  @Test
  void shouldTakeAnAcknowledgementForLife() {
    // Given
    resuming(FIRST, 0);
    say(1, 1);
    session.connectivity(FIRST, Connectivity.DISCONNECTED);

    // When
    session.hears(new PhoneMessage.Ack(1));

    // Then T18, T30
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }

  @Test
  void shouldSayThatAnEarlierSessionIsForgotten() {
    // Given a phone that remembers a session which this host does not know
    say(1, 2);

    // When
    resuming(FIRST, 57);
    say(3, 3);

    // Then
    assertThat(session.effects()).contains(NOT_SENT);
    assertThat(session.sentTo(FIRST).get(1)).isEqualTo(new HostMessage.ResumeGap(58, 58));
    assertThat(numbers(FIRST)).containsExactly(59L, 60L, 61L);
    assertThat(said(FIRST)).containsExactly(1, 2, 3);
  }

  @Test
  void shouldTellAFreshClientWhatWentElsewhere() {
    // Given a phone that has seen and acknowledged five
    resuming(FIRST, 0);
    say(1, 5);
    session.written(FIRST).hears(new PhoneMessage.Ack(5)).lost(FIRST).forget();
    say(6, 6);

    // When another client of the same pairing comes, or its page was loaded again
    resuming(SECOND, 0);

    // Then
    assertThat(session.sentTo(SECOND).get(1)).isEqualTo(new HostMessage.ResumeGap(1, 5));
    assertThat(numbers(SECOND)).containsExactly(6L);
  }

  @Test
  void shouldForgetWhereThePhoneStoodWhenItsChannelNeverOpened() {
    // Given
    resuming(FIRST, 0);
    say(1, 3);

    // When a peer that claims to have seen all never comes to life
    session.answeredResuming(SECOND, 3).later(Duration.ofSeconds(15)).forget();
    resuming(SECOND, 0);

    // Then
    assertThat(said(SECOND)).containsExactly(1, 2, 3);
  }

  private void resuming(PeerId peer, long lastSeq) {
    session.answeredResuming(peer, lastSeq).opened(peer);
  }

  private void say(int from, int to) {
    for (int i = from; i <= to; i++) {
      say(session, i);
    }
  }

  /** Makes the host say something that carries a number. */
  private static void say(Rehearsal session, int number) {
    session.play(new SessionEvent.InputDone(Integer.toString(number), true, "", Duration.ZERO));
  }

  private List<Integer> said(PeerId peer) {
    return session.sentTo(peer).stream()
        .filter(HostMessage.ManualControlResult.class::isInstance)
        .map(message -> Integer.valueOf(((HostMessage.ManualControlResult) message).action()))
        .toList();
  }

  private List<Long> numbers(PeerId peer) {
    return session.envelopesTo(peer).stream()
        .filter(envelope -> envelope.seq().isPresent())
        .map(envelope -> envelope.seq().getAsLong())
        .toList();
  }

  private static List<Integer> range(int from, int to) {
    return LongStream.rangeClosed(from, to).mapToObj(i -> (int) i).toList();
  }
}
