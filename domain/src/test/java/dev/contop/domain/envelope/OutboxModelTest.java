package dev.contop.domain.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.Outbox.Bounds;
import dev.contop.domain.envelope.Outbox.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbox does what the simplest thing that could do it does, whatever is asked of it. */
class OutboxModelTest {

  private static final int STEPS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldBehaveAsTheObviousModel(long seed) {
    // Given bounds so small that all of them are met
    Random random = new Random(seed);
    Bounds bounds =
        new Bounds(1 + random.nextInt(8), 1 + random.nextInt(8), 1_000 + random.nextInt(6_000));
    Model model = new Model(bounds);
    Outbox outbox = Outbox.empty(bounds);

    for (int i = 0; i < STEPS; i++) {
      // When
      outbox = step(outbox, model, random, i);

      // Then
      assertSame(outbox, model, random, "seed " + seed + ", step " + i);
    }
  }

  private static Outbox step(Outbox outbox, Model model, Random random, int number) {
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> {
        Envelope envelope = envelope(number, random.nextInt(400));
        model.add(envelope);
        return outbox.add(envelope);
      }
      case 4, 5, 6, 7 -> {
        if (outbox.next().isPresent()) {
          model.handOver();
          return outbox.handOver();
        }
      }
      case 8 -> {
        model.handed.add(0L);
        return outbox.handedPast();
      }
      case 9, 10 -> {
        int count = random.nextInt(4);
        model.written(count);
        return outbox.written(count);
      }
      case 11, 12 -> {
        long seq = 1 + near(random, outbox.highest());
        assertThat(outbox.mayAcknowledge(seq)).isEqualTo(model.resuming && seq <= model.highest);
        if (outbox.mayAcknowledge(seq)) {
          model.settleTo(seq);
          return outbox.acknowledged(seq);
        }
      }
      case 13 -> {
        if (outbox.tellsOfDrops()) {
          Envelope notice = envelope(number, 0);
          model.tellOfDrops(notice);
          return outbox.tellingOfDrops(notice);
        }
      }
      default -> {
        if (random.nextInt(4) == 0) {
          Optional<Resume> resume =
              random.nextInt(3) == 0
                  ? Optional.empty()
                  : Optional.of(new Resume(near(random, outbox.highest())));
          model.replacePeer(resume);
          return outbox.takeBack().openedTo(resume);
        }
      }
    }
    return outbox;
  }

  private static void assertSame(Outbox outbox, Model model, Random random, String when) {
    assertThat(outbox.contents()).as(when).isEqualTo(model.waiting());
    assertThat(outbox.next()).as(when).isEqualTo(model.next());
    assertThat(outbox.waiting()).as(when).isEqualTo(model.waiting().size());
    assertThat(outbox.unsettled()).as(when).isEqualTo(model.numbered.size());
    assertThat(outbox.inFlight()).as(when).isEqualTo(model.handed.size());
    assertThat(outbox.dropped()).as(when).isEqualTo(model.dropped);
    assertThat(outbox.tellsOfDrops()).as(when).isEqualTo(model.tellsOfDrops());
    assertThat(outbox.highest()).as(when).isEqualTo(model.highest);
    assertThat(outbox.weight()).as(when).isEqualTo(model.weight());
    long place = near(random, outbox.highest());
    assertThat(outbox.gapAfter(new Resume(place))).as(when).isEqualTo(model.gapAfter(place));
  }

  /** Around the highest number, on either side of it. */
  private static long near(Random random, long highest) {
    return Math.max(0, highest + 3 - random.nextInt(14));
  }

  private static Envelope envelope(int number, int characters) {
    return new Envelope(
        new MessageId(new UUID(0, number)),
        new HostMessage.AgentResult("x".repeat(characters), 0, Duration.ZERO, Optional.empty()));
  }

  /** A list of messages with their numbers beside them, and one of those without. */
  private static final class Model {

    private record Numbered(long seq, Envelope envelope, boolean withPeer) {}

    private final Bounds bounds;
    private final List<Numbered> numbered = new ArrayList<>();
    private final List<Envelope> queue = new ArrayList<>();
    private final List<Long> handed = new ArrayList<>();
    private boolean resuming;
    private boolean owing;
    private long highest;
    private long dropped;

    Model(Bounds bounds) {
      this.bounds = bounds;
    }

    List<Envelope> waiting() {
      List<Envelope> all = new ArrayList<>();
      numbered.stream().filter(one -> !one.withPeer()).map(Numbered::envelope).forEach(all::add);
      all.addAll(queue);
      return all;
    }

    Optional<Envelope> next() {
      Optional<Numbered> again = numbered.stream().filter(one -> !one.withPeer()).findFirst();
      Optional<Envelope> first = again.map(Numbered::envelope).or(() -> queue.stream().findFirst());
      long seq = again.map(Numbered::seq).orElse(highest + 1);
      return resuming ? first.map(envelope -> envelope.numbered(seq)) : first;
    }

    void add(Envelope envelope) {
      queue.add(envelope);
      while (queue.size() > 1 && (queue.size() > bounds.queued() || heavy(queue))) {
        queue.remove(0);
        dropped++;
      }
    }

    void handOver() {
      for (int i = 0; i < numbered.size(); i++) {
        Numbered one = numbered.get(i);
        if (!one.withPeer()) {
          numbered.set(i, new Numbered(one.seq(), one.envelope(), true));
          handed.add(one.seq());
          return;
        }
      }
      give(queue.remove(0), true);
      handed.add(highest);
    }

    void tellOfDrops(Envelope notice) {
      dropped = 0;
      owing = false;
      give(notice, false);
    }

    boolean tellsOfDrops() {
      boolean caughtUp = numbered.stream().allMatch(Numbered::withPeer);
      return dropped > 0 && caughtUp && (owing || queue.isEmpty());
    }

    void written(int count) {
      for (int i = 0; i < count && !handed.isEmpty(); i++) {
        long seq = handed.remove(0);
        if (!resuming) {
          settleTo(seq);
        }
      }
    }

    void settleTo(long seq) {
      numbered.removeIf(one -> one.seq() <= seq);
    }

    void replacePeer(Optional<Resume> resume) {
      handed.clear();
      numbered.replaceAll(one -> new Numbered(one.seq(), one.envelope(), false));
      numbered.sort(Comparator.comparingLong(Numbered::seq));
      resuming = resume.isPresent();
      owing = dropped > 0;
      if (resume.isPresent()) {
        long place = resume.get().lastSeq();
        if (place <= highest) {
          settleTo(place);
        } else {
          highest = place + 1;
          numbered.replaceAll(one -> new Numbered(++highest, one.envelope(), false));
        }
      }
    }

    Optional<Gap> gapAfter(long place) {
      long firstKept = numbered.isEmpty() ? highest + 1 : numbered.get(0).seq();
      return place + 1 < firstKept
          ? Optional.of(new Gap(place + 1, firstKept - 1))
          : Optional.empty();
    }

    long weight() {
      return weigh(queue) + weigh(numbered.stream().map(Numbered::envelope).toList());
    }

    private void give(Envelope envelope, boolean withPeer) {
      highest++;
      numbered.add(new Numbered(highest, envelope, withPeer));
      while (numbered.size() > 1
          && (numbered.size() > bounds.unsettled()
              || heavy(numbered.stream().map(Numbered::envelope).toList()))) {
        numbered.remove(0);
        dropped += resuming ? 0 : 1;
      }
    }

    private boolean heavy(List<Envelope> envelopes) {
      return weigh(envelopes) > bounds.weight();
    }

    private static long weigh(List<Envelope> envelopes) {
      return envelopes.stream().mapToLong(Envelope::weight).sum();
    }
  }
}
