package dev.contop.domain.envelope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The session's queue of outbound messages: it survives any number of peers (T40, T41).
 *
 * <p>What has been handed to a peer stays here until the peer has written it to its channel; when
 * the peer goes before that, it is handed to the next one, in order and under the same id. Beyond
 * its capacity the oldest waiting message is dropped and counted.
 *
 * <p>Immutable. A queue of two stacks: every step costs constant time on average, and two outboxes
 * share what they have in common.
 */
public final class Outbox {

  /** A stack that is never written to after it was made. */
  private record Stack(Envelope top, Optional<Stack> rest, int size) {
    static Stack push(Envelope envelope, Optional<Stack> onto) {
      return new Stack(envelope, onto, onto.map(Stack::size).orElse(0) + 1);
    }
  }

  private final int capacity;
  private final Optional<Stack> front;
  private final Optional<Stack> back;
  private final List<Envelope> handed;
  private final long dropped;

  private Outbox(
      int capacity,
      Optional<Stack> front,
      Optional<Stack> back,
      List<Envelope> handed,
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
    return new Outbox(capacity, Optional.empty(), Optional.empty(), List.of(), 0);
  }

  /** How many messages wait to be handed to a peer. */
  public int waiting() {
    return size(front) + size(back);
  }

  /** How many messages are with the peer and not yet written. */
  public int inFlight() {
    return handed.size();
  }

  /** How many messages were dropped and not yet told of. */
  public long dropped() {
    return dropped;
  }

  public Outbox add(Envelope envelope) {
    Outbox room = this;
    while (room.waiting() + room.inFlight() >= capacity && room.waiting() > 0) {
      room = room.withoutOldest();
    }
    return new Outbox(
        capacity, room.front, Optional.of(Stack.push(envelope, room.back)), handed, room.dropped);
  }

  /** The next message to hand over, if one waits. */
  public Optional<Envelope> next() {
    return normalized().front.map(Stack::top);
  }

  /** After handing over {@link #next}: it is in flight now. */
  public Outbox handOver() {
    Outbox ready = normalized();
    Stack first = ready.front.orElseThrow(() -> new IllegalStateException("Nothing waits"));
    List<Envelope> more = new ArrayList<>(handed.size() + 1);
    more.addAll(handed);
    more.add(first.top());
    return new Outbox(capacity, first.rest(), ready.back, List.copyOf(more), dropped);
  }

  /** The peer has written the {@code count} oldest messages in flight. */
  public Outbox written(int count) {
    int gone = Math.min(count, handed.size());
    return new Outbox(
        capacity, front, back, List.copyOf(handed.subList(gone, handed.size())), dropped);
  }

  /** The peer is gone: what it had not written waits again, before all else. */
  public Outbox takeBack() {
    Optional<Stack> stack = normalized().front;
    Optional<Stack> rest = normalized().back;
    for (int i = handed.size() - 1; i >= 0; i--) {
      stack = Optional.of(Stack.push(handed.get(i), stack));
    }
    return new Outbox(capacity, stack, rest, List.of(), dropped);
  }

  /** The phone has been told of what was dropped. */
  public Outbox toldOfDrops() {
    return new Outbox(capacity, front, back, handed, 0);
  }

  /** All that is in flight or waits, oldest first. */
  public List<Envelope> contents() {
    List<Envelope> all = new ArrayList<>(handed);
    front.ifPresent(stack -> copyTo(all, stack));
    ArrayDeque<Envelope> newest = new ArrayDeque<>();
    for (Optional<Stack> at = back; at.isPresent(); at = at.get().rest()) {
      newest.addFirst(at.get().top());
    }
    all.addAll(newest);
    return all;
  }

  private static void copyTo(List<Envelope> all, Stack stack) {
    for (Optional<Stack> at = Optional.of(stack); at.isPresent(); at = at.get().rest()) {
      all.add(at.get().top());
    }
  }

  private Outbox withoutOldest() {
    Outbox ready = normalized();
    return new Outbox(
        capacity, ready.front.flatMap(Stack::rest), ready.back, handed, dropped + 1);
  }

  private Outbox normalized() {
    if (front.isPresent() || back.isEmpty()) {
      return this;
    }
    Optional<Stack> turned = Optional.empty();
    for (Optional<Stack> at = back; at.isPresent(); at = at.get().rest()) {
      turned = Optional.of(Stack.push(at.get().top(), turned));
    }
    return new Outbox(capacity, turned, Optional.empty(), handed, dropped);
  }

  private static int size(Optional<Stack> stack) {
    return stack.map(Stack::size).orElse(0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outbox that
        && capacity == that.capacity
        && dropped == that.dropped
        && handed.size() == that.handed.size()
        && contents().equals(that.contents());
  }

  @Override
  public int hashCode() {
    return contents().hashCode();
  }

  @Override
  public String toString() {
    return "Outbox[waiting=" + waiting() + ", inFlight=" + inFlight() + ", dropped=" + dropped + "]";
  }
}
