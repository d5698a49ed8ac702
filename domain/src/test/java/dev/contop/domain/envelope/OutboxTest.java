package dev.contop.domain.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

  @Test
  void shouldHandOverInTheOrderOfComing() {
    // Given
    Outbox outbox = Outbox.empty(10).add(envelope(1)).add(envelope(2));

    // Then
    assertThat(outbox.next()).contains(envelope(1));
    assertThat(outbox.handOver().next()).contains(envelope(2));
    assertThat(outbox.handOver().handOver().next()).isEmpty();
    assertThat(outbox.handOver().inFlight()).isEqualTo(1);
  }

  @Test
  void shouldDropAndCountTheOldest() {
    // When
    Outbox outbox = Outbox.empty(2).add(envelope(1)).add(envelope(2)).add(envelope(3));

    // Then T40
    assertThat(outbox.contents()).containsExactly(envelope(2), envelope(3));
    assertThat(outbox.dropped()).isEqualTo(1);
    assertThat(outbox.toldOfDrops().dropped()).isZero();
  }

  @Test
  void shouldTakeBackBeforeAllElse() {
    // Given
    Outbox outbox = Outbox.empty(10).add(envelope(1)).add(envelope(2)).handOver().handOver();

    // When
    Outbox back = outbox.add(envelope(3)).takeBack();

    // Then T41
    assertThat(back.contents()).containsExactly(envelope(1), envelope(2), envelope(3));
    assertThat(back.inFlight()).isZero();
  }

  @Test
  void shouldNotTakeBackWhatWentPast() {
    // Given
    Outbox outbox = Outbox.empty(10).add(envelope(1)).handOver().handedPast(envelope(9));

    // Then
    assertThat(outbox.inFlight()).isEqualTo(2);
    assertThat(outbox.takeBack().contents()).containsExactly(envelope(1));
  }

  @Test
  void shouldCountDropsThatWereToldInVainAgain() {
    // Given
    Envelope notice =
        new Envelope(new MessageId(new UUID(0, 9)), new HostMessage.MessagesDropped(4));
    Outbox outbox = Outbox.empty(10).handedPast(notice);

    // Then T40
    assertThat(outbox.takeBack().dropped()).isEqualTo(4);
    assertThat(outbox.written(1).takeBack().dropped()).isZero();
  }

  @Test
  void shouldSurviveMoreWrittenThanWasHandedOver() {
    assertThat(Outbox.empty(1).add(envelope(1)).handOver().written(7).inFlight()).isZero();
  }

  @Test
  void shouldNotHandOverWhatIsNotThere() {
    assertThatThrownBy(() -> Outbox.empty(1).handOver()).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldHoldAtLeastOne() {
    assertThatThrownBy(() -> Outbox.empty(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldLeaveTheOriginalAsItWas() {
    // Given
    Outbox outbox = Outbox.empty(2).add(envelope(1)).add(envelope(2));
    List<Envelope> before = outbox.contents();

    // When
    Outbox after = outbox.add(envelope(3)).handOver();

    // Then
    assertThat(outbox.contents()).isEqualTo(before);
    assertThat(after).isNotEqualTo(outbox);
  }

  @Test
  void shouldEqualAnotherWithTheSameContentHoweverItGotThere() {
    // Given one that was turned over inside and one that was not
    Outbox one = Outbox.empty(5).add(envelope(1)).handOver().written(1);
    Outbox turned = one.add(envelope(2)).add(envelope(3)).takeBack();
    Outbox plain = Outbox.empty(5).add(envelope(2)).add(envelope(3));

    // Then
    assertThat(turned).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(turned).hasToString("Outbox[waiting=2, inFlight=0, dropped=0]");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldBehaveAsTheObviousModel(long seed) {
    // Given
    Random random = new Random(seed);
    int capacity = 1 + random.nextInt(20);
    Model model = new Model(capacity);
    Outbox outbox = Outbox.empty(capacity);

    for (int i = 0; i < 5_000; i++) {
      // When
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> {
          outbox = outbox.add(envelope(i));
          model.add(envelope(i));
        }
        case 4, 5, 6 -> {
          if (outbox.next().isPresent()) {
            outbox = outbox.handOver();
            model.handOver();
          }
        }
        case 7 -> {
          int count = random.nextInt(4);
          outbox = outbox.written(count);
          model.written(count);
        }
        case 8 -> {
          outbox = outbox.handedPast(envelope(i));
          model.handed.add(Optional.empty());
        }
        default -> {
          if (random.nextInt(4) == 0) {
            outbox = outbox.takeBack();
            model.takeBack();
          }
        }
      }

      // Then
      assertThat(outbox.contents()).isEqualTo(new ArrayList<>(model.waiting));
      assertThat(outbox.next()).isEqualTo(Optional.ofNullable(model.waiting.peek()));
      assertThat(outbox.waiting()).isEqualTo(model.waiting.size());
      assertThat(outbox.inFlight()).isEqualTo(model.handed.size());
      assertThat(outbox.dropped()).isEqualTo(model.dropped);
    }
  }

  /** The same with a mutable queue; what went past the queue is an empty place in flight. */
  private static final class Model {
    private final int capacity;
    private final Deque<Envelope> waiting = new ArrayDeque<>();
    private final ArrayDeque<Optional<Envelope>> handed = new ArrayDeque<>();
    private long dropped;

    Model(int capacity) {
      this.capacity = capacity;
    }

    void add(Envelope envelope) {
      waiting.add(envelope);
      shrink();
    }

    void handOver() {
      handed.add(Optional.of(waiting.remove()));
    }

    void written(int count) {
      for (int i = 0; i < count; i++) {
        handed.poll();
      }
    }

    void takeBack() {
      while (!handed.isEmpty()) {
        handed.removeLast().ifPresent(waiting::addFirst);
      }
      shrink();
    }

    private void shrink() {
      while (waiting.size() > capacity) {
        waiting.remove();
        dropped++;
      }
    }
  }

  private static Envelope envelope(int number) {
    return new Envelope(new MessageId(new UUID(0, number)), new HostMessage.Keepalive());
  }
}
