package dev.contop.domain.envelope;

import dev.contop.domain.chain.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The session's queue of outbound messages: it survives any number of peers (T40, T41).
 *
 * <p>What has been handed to a peer stays here until the peer has written it to its channel; when
 * the peer goes before that, it is handed to the next one, in order and under the same id. Beyond
 * the capacity the oldest waiting message is dropped and counted.
 *
 * <p>Immutable. A queue of two chains: every step costs constant time on average, and two outboxes
 * share what they have in common.
 */
public final class Outbox {

  /** {@code passing}: it went past the queue and means nothing to another peer. */
  private record Handed(Envelope envelope, boolean passing) {}

  private final int capacity;

  /** The oldest waiting message is on top. */
  private final Chain<Envelope> front;

  /** The newest waiting message is on top. */
  private final Chain<Envelope> back;

  private final List<Handed> handed;
  private final long dropped;

  private Outbox(
      int capacity,
      Chain<Envelope> front,
      Chain<Envelope> back,
      List<Handed> handed,
      long dropped) {
    this.capacity = capacity;
    this.front = front;
    this.back = back;
    this.handed = handed;
    this.dropped = dropped;
  }

  public static Outbox empty(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("An outbox holds at least one message");
    }
    return new Outbox(capacity, Chain.empty(), Chain.empty(), List.of(), 0);
  }

  /** How many messages wait to be handed to a peer. */
  public int waiting() {
    return front.size() + back.size();
  }

  /** How many messages are with the peer and not yet written. */
  public int inFlight() {
    return handed.size();
  }

  /** How many messages were dropped and not yet told of. */
  public long dropped() {
    return dropped;
  }

  /** Puts a message at the end, dropping the oldest when there is no room. */
  public Outbox add(Envelope envelope) {
    Outbox room = waiting() >= capacity ? withoutOldest() : this;
    return new Outbox(capacity, room.front, room.back.push(envelope), handed, room.dropped);
  }

  /** The next message to hand over, if one waits. */
  public Optional<Envelope> next() {
    return normalized().front.peek();
  }

  /** After handing over {@link #next}: it is in flight now. */
  public Outbox handOver() {
    Outbox ready = normalized();
    Envelope first = ready.front.peek().orElseThrow();
    return new Outbox(
        capacity, ready.front.pop(), ready.back, plus(new Handed(first, false)), dropped);
  }

  /**
   * After handing over a message that goes past the queue, since it is true only now and only for
   * this peer: a keepalive, the state at the opening.
   */
  public Outbox handedPast(Envelope envelope) {
    return new Outbox(capacity, front, back, plus(new Handed(envelope, true)), dropped);
  }

  /** The peer has written the {@code count} oldest messages in flight. */
  public Outbox written(int count) {
    int gone = Math.min(count, handed.size());
    return new Outbox(
        capacity, front, back, List.copyOf(handed.subList(gone, handed.size())), dropped);
  }

  /**
   * The peer is gone: what it had not written waits again, before all else, and drops that it was
   * told of in vain count as untold.
   */
  public Outbox takeBack() {
    Outbox ready = normalized();
    Chain<Envelope> stack = ready.front;
    long untold = dropped;
    for (int i = handed.size() - 1; i >= 0; i--) {
      Envelope envelope = handed.get(i).envelope();
      if (!handed.get(i).passing()) {
        stack = stack.push(envelope);
      } else if (envelope.message() instanceof HostMessage.MessagesDropped told) {
        untold += told.count();
      }
    }
    Outbox whole = new Outbox(capacity, stack, ready.back, List.of(), untold);
    while (whole.waiting() > capacity) {
      whole = whole.withoutOldest();
    }
    return whole;
  }

  /** The phone has been told of what was dropped. */
  public Outbox toldOfDrops() {
    return new Outbox(capacity, front, back, handed, 0);
  }

  /** All that waits, oldest first. */
  public List<Envelope> contents() {
    List<Envelope> all = new ArrayList<>(front.reversed().oldestFirst());
    all.addAll(back.oldestFirst());
    return all;
  }

  private List<Handed> plus(Handed one) {
    List<Handed> more = new ArrayList<>(handed.size() + 1);
    more.addAll(handed);
    more.add(one);
    return List.copyOf(more);
  }

  private Outbox withoutOldest() {
    Outbox ready = normalized();
    return new Outbox(capacity, ready.front.pop(), ready.back, handed, dropped + 1);
  }

  private Outbox normalized() {
    return front.isEmpty() && !back.isEmpty()
        ? new Outbox(capacity, back.reversed(), Chain.empty(), handed, dropped)
        : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outbox that
        && capacity == that.capacity
        && dropped == that.dropped
        && handed.equals(that.handed)
        && contents().equals(that.contents());
  }

  @Override
  public int hashCode() {
    return Objects.hash(handed, contents(), dropped);
  }

  @Override
  public String toString() {
    return "Outbox[waiting="
        + waiting()
        + ", inFlight="
        + inFlight()
        + ", dropped="
        + dropped
        + "]";
  }
}
