package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.limits.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * T42 whatever the link does: a resuming phone sees each message once and in order, and is told of
 * what it cannot see any more.
 */
class ResumingPhoneTest {

  private static final int STEPS = 10_000;

  private final ResumingPhone phone = new ResumingPhone();

  /** On its way to the phone over the present connection; the first ones are written. */
  private final List<Envelope> onTheWay = new ArrayList<>();

  private final Map<Integer, Long> numberOf = new HashMap<>();
  private int writtenOnTheWay;
  private int unwritten;
  private int said;
  private int peers;
  private PeerId peer = new PeerId("none");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldSeeEverythingOnceAndInOrderWithinTheWindow(long seed) {
    // Given room for all that a phone can be behind
    Rehearsal session = new Rehearsal();

    // When
    play(session, new Random(seed), 300);

    // Then
    assertThat(phone.seen()).isEqualTo(IntStream.rangeClosed(1, said).boxed().toList());
    assertThat(phone.missed()).isEmpty();
    assertThat(phone.dropped()).isZero();
    assertThat(said).isGreaterThan(1_000);
    assertThat(peers).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void shouldBeToldOfAllThatItDoesNotSee(long seed) {
    // Given a window and a queue that are far too small
    Rehearsal session = new Rehearsal(tiny());

    // When
    play(session, new Random(seed), Integer.MAX_VALUE);

    // Then
    assertThat(phone.seen()).isSorted().doesNotHaveDuplicates();
    List<Integer> unseen = new ArrayList<>(IntStream.rangeClosed(1, said).boxed().toList());
    unseen.removeAll(phone.seen());
    List<Integer> neverSent = unseen.stream().filter(one -> !numberOf.containsKey(one)).toList();
    unseen.removeAll(neverSent);
    assertThat(phone.missed())
        .as("numbers of what was lost on the way")
        .containsAll(unseen.stream().map(numberOf::get).toList());
    // A notice may itself be lost in a gap.
    assertThat(phone.dropped()).isLessThanOrEqualTo(neverSent.size()).isPositive();
    assertThat(phone.missed()).isNotEmpty();
  }

  private void play(Rehearsal session, Random random, int farBehind) {
    for (int i = 0; i < STEPS; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3, 4 -> {
          if (said - phone.seen().size() < farBehind) {
            say(session);
          }
        }
        case 5, 6 -> write(session, random.nextInt(6));
        case 7, 8 -> deliver(random.nextInt(6));
        case 9 -> acknowledge(session, random);
        case 10 -> {
          if (random.nextInt(8) == 0) {
            session.lost(peer);
            cut();
          }
        }
        default -> {
          if (random.nextInt(6) == 0) {
            connect(session);
          } else {
            session.later(Duration.ofSeconds(random.nextInt(20)));
          }
        }
      }
      carry(session);
    }
    connect(session);
    while (unwritten > 0 || !onTheWay.isEmpty()) {
      write(session, 100);
      deliver(100);
      carry(session);
    }
  }

  private void say(Rehearsal session) {
    said++;
    session.play(new SessionEvent.InputDone(Integer.toString(said), true, "", Duration.ZERO));
  }

  private void write(Rehearsal session, int most) {
    int count = Math.min(most, unwritten);
    unwritten -= count;
    writtenOnTheWay += count;
    session.play(new SessionEvent.MessagesWritten(peer, count));
  }

  private void deliver(int most) {
    int count = Math.min(most, writtenOnTheWay);
    writtenOnTheWay -= count;
    List<Envelope> arriving = onTheWay.subList(0, count);
    arriving.forEach(phone::hears);
    arriving.clear();
  }

  /** Of where it stands, of long ago, or twice. */
  private void acknowledge(Rehearsal session, Random random) {
    long seq = phone.lastSeq() - (random.nextBoolean() ? 0 : random.nextInt(9));
    if (seq > 0) {
      session.hears(peer, new PhoneMessage.Ack(seq));
    }
  }

  private void connect(Rehearsal session) {
    peers++;
    PeerId next = new PeerId("peer " + peers);
    Resume offer = new Resume(phone.lastSeq());
    session.answeredResuming(next, offer.lastSeq());
    carry(session);
    // The old connection may still deliver something after the offer was made.
    deliver(3);
    cut();
    peer = next;
    phone.connected(offer);
    session.opened(next);
    carry(session);
  }

  private void cut() {
    onTheWay.clear();
    writtenOnTheWay = 0;
    unwritten = 0;
  }

  private void carry(Rehearsal session) {
    for (Envelope envelope : session.envelopesTo(peer)) {
      onTheWay.add(envelope);
      unwritten++;
      if (envelope.message() instanceof HostMessage.ManualControlResult result) {
        numberOf.put(Integer.valueOf(result.action()), envelope.seq().orElseThrow());
      }
    }
    assertThat(session.session().outbox().unsettled())
        .isLessThanOrEqualTo(session.limits().unacknowledged());
    assertThat(session.session().outbox().waiting())
        .isLessThanOrEqualTo(session.limits().unacknowledged() + session.limits().queuedMessages());
    session.forget();
  }

  private static Limits tiny() {
    return Rehearsal.limits(5, 3, 7);
  }
}
