package dev.contop.domain.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.envelope.Outbox.Bounds;
import dev.contop.domain.envelope.Outbox.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {

  private static final long MUCH = 1 << 30;
  private static final Optional<Resume> PLAIN = Optional.empty();

  private final Outbox empty = Outbox.empty(new Bounds(10, 10, MUCH));

  @Test
  void shouldHandOverInTheOrderOfComing() {
    // Given
    Outbox outbox = filled(empty, 2);

    // Then
    assertThat(outbox.next()).contains(envelope(1));
    assertThat(outbox.handOver().next()).contains(envelope(2));
    assertThat(outbox.handOver().handOver().next()).isEmpty();
    assertThat(outbox.handOver().inFlight()).isEqualTo(1);
  }

  @Test
  void shouldDropAndCountTheOldest() {
    // When
    Outbox outbox = filled(Outbox.empty(new Bounds(2, 2, MUCH)), 3);

    // Then T40
    assertThat(outbox.contents()).containsExactly(envelope(2), envelope(3));
    assertThat(outbox.dropped()).isEqualTo(1);
  }

  @Test
  void shouldDropTheOldestWhenTheQueueTakesTooMuchMemory() {
    // Given room for three texts of a thousand characters
    Outbox outbox = Outbox.empty(new Bounds(1000, 1000, 8_000));

    // When
    for (int i = 1; i <= 100; i++) {
      outbox = outbox.add(text(i, 1000));
    }

    // Then T17
    assertThat(outbox.contents()).containsExactly(text(98, 1000), text(99, 1000), text(100, 1000));
    assertThat(outbox.dropped()).isEqualTo(97);
    assertThat(outbox.weight()).isEqualTo(3 * 2256L);
  }

  @Test
  void shouldKeepOneMessageHoweverLargeItIs() {
    // When
    Outbox outbox = Outbox.empty(new Bounds(9, 9, 10)).add(envelope(1)).add(text(2, 1000));

    // Then
    assertThat(outbox.contents()).containsExactly(text(2, 1000));
    assertThat(outbox.handOver().unsettled()).isEqualTo(1);
  }

  @Test
  void shouldShowNumbersOnlyToThoseWhoAsked() {
    // Given
    Outbox outbox = filled(empty, 2);

    // Then T42
    assertThat(given(outbox.openedTo(PLAIN)).seq()).isEmpty();
    assertThat(given(outbox.openedTo(at(0))).seq()).hasValue(1);
    assertThat(given(outbox.openedTo(at(0)).handOver()).seq()).hasValue(2);
  }

  @Test
  void shouldSendAgainUnderTheSameNumberAndIdWhatWasNotAcknowledged() {
    // Given three that were sent and written, of which one was acknowledged
    Outbox sent = handedOver(filled(empty.openedTo(at(0)), 3)).written(3).acknowledged(1);

    // When the phone comes back, and between the two something new was said
    Outbox back = sent.takeBack().add(envelope(4)).openedTo(at(1));

    // Then T42
    assertThat(all(back)).containsExactly(numbered(2), numbered(3), numbered(4));
    assertThat(back.gapAfter(new Resume(1))).isEmpty();
  }

  @Test
  void shouldTakeWhereThePhoneStandsForAnAcknowledgement() {
    // Given
    Outbox sent = handedOver(filled(empty.openedTo(at(0)), 3));

    // Then T42
    assertThat(all(sent.takeBack().openedTo(at(2)))).containsExactly(numbered(3));
    assertThat(all(sent.takeBack().openedTo(at(3)))).isEmpty();
    assertThat(sent.takeBack().openedTo(at(3)).unsettled()).isZero();
  }

  @Test
  void shouldTellOfAGapWhereThePhoneStandsBeforeTheWindow() {
    // Given five messages through a window of two, and one acknowledgement that the phone forgot
    Outbox small = Outbox.empty(new Bounds(10, 2, MUCH)).openedTo(at(0));
    Outbox five = handedOver(filled(small, 5)).takeBack();

    // Then T42
    assertThat(five.openedTo(at(1)).gapAfter(new Resume(1))).contains(new Gap(2, 3));
    assertThat(all(five.openedTo(at(1)))).containsExactly(numbered(4), numbered(5));
    assertThat(five.dropped()).isZero();
    Outbox acknowledged = five.openedTo(at(5)).takeBack();
    assertThat(acknowledged.openedTo(at(2)).gapAfter(new Resume(2))).contains(new Gap(3, 5));
  }

  @Test
  void shouldForgetTheOldestWhenTheWindowTakesTooMuchMemory() {
    // Given room for three texts of a thousand characters
    Outbox outbox = Outbox.empty(new Bounds(1000, 1000, 8_000)).openedTo(at(0));

    // When a hundred are handed over one by one and nothing is acknowledged
    for (int i = 1; i <= 100; i++) {
      outbox = outbox.add(text(i, 1000)).handOver().written(1);
    }

    // Then T17, T42
    assertThat(outbox.unsettled()).isEqualTo(3);
    assertThat(outbox.gapAfter(new Resume(0))).contains(new Gap(1, 97));
  }

  @Test
  void shouldGoOnAfterTheNumberOfAPhoneThatKnowsAnEarlierSession() {
    // Given a session whose numbers end at 2, one of them unacknowledged
    Outbox outbox = handedOver(filled(empty.openedTo(at(0)), 2)).acknowledged(1).takeBack();

    // When
    Outbox open = outbox.add(envelope(3)).openedTo(at(57));

    // Then T42: one number stands for what the earlier session may still have had to say
    assertThat(open.gapAfter(new Resume(57))).contains(new Gap(58, 58));
    assertThat(all(open)).containsExactly(envelope(2).numbered(59), envelope(3).numbered(60));
  }

  @Test
  void shouldKeepNumbersSmallEnoughForAnyClient() {
    // When
    Outbox open = filled(empty, 1).openedTo(at(Resume.HIGHEST));

    // Then
    assertThat(given(open).seq().orElseThrow()).isEqualTo((1L << 52) + 2);
    assertThat(open.takeBack().openedTo(at(Resume.HIGHEST)).highest()).isEqualTo((1L << 52) + 1);
  }

  @Test
  void shouldTakeWrittenForDeliveredWhereNobodyAcknowledges() {
    // Given
    Outbox outbox = handedOver(filled(empty.openedTo(PLAIN), 3)).written(2);

    // When
    Outbox back = outbox.takeBack();

    // Then T40, T41
    assertThat(back.contents()).containsExactly(envelope(3));
    assertThat(all(back.openedTo(PLAIN))).containsExactly(envelope(3));
    assertThat(all(back.openedTo(at(0)))).containsExactly(numbered(3));
    assertThat(back.openedTo(at(0)).gapAfter(new Resume(0))).contains(new Gap(1, 2));
  }

  @Test
  void shouldHandToAPlainPhoneWhatAnotherDidNotAcknowledge() {
    // Given
    Outbox outbox = handedOver(filled(empty.openedTo(at(0)), 3)).written(3).acknowledged(1);

    // When
    Outbox plain = handedOver(outbox.takeBack().openedTo(PLAIN)).written(1);

    // Then T41: what was written is delivered, and the phone that comes back hears of it
    assertThat(all(plain.takeBack().openedTo(at(1)))).containsExactly(numbered(3));
    assertThat(plain.takeBack().openedTo(at(1)).gapAfter(new Resume(1))).contains(new Gap(2, 2));
  }

  @Test
  void shouldNotTakeBackWhatWentPast() {
    // Given
    Outbox outbox = filled(empty.openedTo(PLAIN), 1).handedPast().handOver().handedPast();

    // Then
    assertThat(outbox.inFlight()).isEqualTo(3);
    assertThat(outbox.written(1).takeBack().contents()).containsExactly(envelope(1));
    assertThat(outbox.written(2).takeBack().contents()).isEmpty();
  }

  @Test
  void shouldTellOfDropsAfterWhatIsSentAgainAndBeforeTheQueue() {
    // Given one that is to be sent again and two that followed a drop
    Outbox small = Outbox.empty(new Bounds(2, 10, MUCH)).openedTo(at(0));
    Outbox dropped = filled(handedOver(small.add(envelope(9))).takeBack(), 3).openedTo(at(0));

    // When
    assertThat(dropped.tellsOfDrops()).isFalse();
    Outbox again = dropped.handOver();
    assertThat(again.tellsOfDrops()).isTrue();
    Outbox told = again.tellingOfDrops(envelope(77));

    // Then T40, T42
    assertThat(told.dropped()).isZero();
    assertThat(told.tellsOfDrops()).isFalse();
    assertThat(all(told))
        .containsExactly(
            envelope(77).numbered(2), envelope(2).numbered(3), envelope(3).numbered(4));
    assertThat(handedOver(told).takeBack().contents()).contains(envelope(77));
  }

  @Test
  void shouldTellOfDropsBeforeTheQueueOnlyWhereThePhoneWasAway() {
    // Given
    Outbox small = Outbox.empty(new Bounds(2, 10, MUCH));

    // Then T40: a phone that is there hears of it when it has caught up
    Outbox there = filled(small.openedTo(PLAIN), 3);
    assertThat(there.tellsOfDrops()).isFalse();
    assertThat(there.handOver().handOver().tellsOfDrops()).isTrue();
    assertThat(filled(small, 3).openedTo(PLAIN).tellsOfDrops()).isTrue();
    assertThat(filled(small, 2).openedTo(PLAIN).tellsOfDrops()).isFalse();
  }

  @Test
  void shouldCountWhatAPlainPhoneLosesFromTheWindow() {
    // Given messages in flight that take more memory than may be kept
    Outbox outbox = Outbox.empty(new Bounds(9, 9, 5_000)).openedTo(PLAIN);

    // When
    Outbox full = handedOver(outbox.add(text(1, 1000)).add(text(2, 1000)));
    Outbox over = handedOver(full.add(text(3, 1000)));

    // Then
    assertThat(full.dropped()).isZero();
    assertThat(over.dropped()).isEqualTo(1);
    assertThat(over.takeBack().contents()).containsExactly(text(2, 1000), text(3, 1000));
  }

  @ParameterizedTest
  @CsvSource({"1,true", "2,true", "3,false", "9007199254740991,false"})
  void shouldKnowWhatMayBeAcknowledged(long seq, boolean may) {
    // Given
    Outbox outbox = handedOver(filled(empty.openedTo(at(0)), 2)).add(envelope(3));

    // Then T42
    assertThat(outbox.mayAcknowledge(seq)).isEqualTo(may);
    assertThat(outbox.takeBack().openedTo(PLAIN).mayAcknowledge(seq)).isFalse();
  }

  @Test
  void shouldTakeAcknowledgementsInAnyOrderAndMoreThanOnce() {
    // Given
    Outbox outbox = handedOver(filled(empty.openedTo(at(0)), 4));

    // Then T42
    Outbox third = outbox.acknowledged(3);
    assertThat(third.acknowledged(3)).isEqualTo(third);
    assertThat(third.acknowledged(1)).isEqualTo(third);
    assertThat(outbox.acknowledged(1).acknowledged(3)).isEqualTo(third);
  }

  @Test
  void shouldTakeAnAcknowledgementOfWhatIsStillToBeSentAgain() {
    // Given a phone that read on over its old connection after it had made its offer
    Outbox back = handedOver(filled(empty.openedTo(at(0)), 4)).takeBack().openedTo(at(1));

    // When
    Outbox after = back.handOver().acknowledged(3);

    // Then T42
    assertThat(all(after)).containsExactly(numbered(4));
  }

  @Test
  void shouldSurviveMoreWrittenThanWasHandedOver() {
    assertThat(filled(empty, 1).handOver().written(7).inFlight()).isZero();
  }

  @Test
  void shouldNotHandOverWhatIsNotThere() {
    assertThatThrownBy(empty::handOver).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,0"})
  void shouldHoldAtLeastOne(int queued, int unsettled, long weight) {
    assertThatThrownBy(() -> new Bounds(queued, unsettled, weight))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1", "4503599627370497", "9223372036854775807"})
  void shouldRefuseAPlaceWhereNoPhoneStands(long lastSeq) {
    assertThatThrownBy(() -> new Resume(lastSeq)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldLeaveTheOriginalAsItWas() {
    // Given
    Outbox outbox = filled(empty, 2);
    List<Envelope> before = outbox.contents();

    // When
    Outbox after = outbox.add(envelope(3)).handOver();

    // Then
    assertThat(outbox.contents()).isEqualTo(before);
    assertThat(after).isNotEqualTo(outbox);
  }

  @Test
  void shouldEqualAnotherWithTheSameContentHoweverItGotThere() {
    // Given two that came to the same in different ways
    Outbox one = filled(empty, 3).openedTo(at(0));
    Outbox taken = handedOver(one).takeBack().openedTo(at(0)).handOver().handOver();
    Outbox straight = handedOver(one).written(3).takeBack().openedTo(at(0)).handOver().handOver();

    // Then
    assertThat(taken).isEqualTo(straight).hasSameHashCodeAs(straight);
    assertThat(taken).isNotEqualTo(one).isNotEqualTo(taken.handedPast());
  }

  private static Outbox filled(Outbox outbox, int count) {
    Outbox fuller = outbox;
    for (int i = 1; i <= count; i++) {
      fuller = fuller.add(envelope(i));
    }
    return fuller;
  }

  private static Outbox handedOver(Outbox outbox) {
    Outbox left = outbox;
    while (left.next().isPresent()) {
      left = left.handOver();
    }
    return left;
  }

  private static List<Envelope> all(Outbox outbox) {
    List<Envelope> handed = new ArrayList<>();
    for (Outbox left = outbox; left.next().isPresent(); left = left.handOver()) {
      handed.add(left.next().orElseThrow());
    }
    return handed;
  }

  private static Envelope given(Outbox outbox) {
    return outbox.next().orElseThrow();
  }

  private static Optional<Resume> at(long lastSeq) {
    return Optional.of(new Resume(lastSeq));
  }

  private static Envelope numbered(int number) {
    return envelope(number).numbered(number);
  }

  private static Envelope text(int number, int characters) {
    return new Envelope(
        id(number),
        new HostMessage.AgentResult("x".repeat(characters), 0, Duration.ZERO, Optional.empty()));
  }

  private static Envelope envelope(int number) {
    return new Envelope(id(number), new HostMessage.Keepalive(), OptionalLong.empty());
  }

  private static MessageId id(int number) {
    return new MessageId(new UUID(0, number));
  }
}
