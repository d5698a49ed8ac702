package dev.contop.domain.chain;

import java.util.List;
import java.util.Optional;

/**
 * An immutable queue: adding at the end and taking from the front take constant time on average and
 * leave the original as it was; queues that come of one another share what they have in common.
 */
public final class Fifo<T> {

  /** The oldest is on top; empty only when there is nothing at all. */
  private final Chain<T> front;

  /** The newest is on top. */
  private final Chain<T> back;

  private Fifo(Chain<T> front, Chain<T> back) {
    this.front = front;
    this.back = back;
  }

  public static <T> Fifo<T> empty() {
    return new Fifo<>(Chain.empty(), Chain.empty());
  }

  public boolean isEmpty() {
    return front.isEmpty();
  }

  public int size() {
    return front.size() + back.size();
  }

  public Fifo<T> add(T value) {
    return front.isEmpty()
        ? new Fifo<>(front.push(value), back)
        : new Fifo<>(front, back.push(value));
  }

  public Optional<T> first() {
    return front.peek();
  }

  /** What comes after the first; of an empty queue, an empty queue. */
  public Fifo<T> rest() {
    Chain<T> left = front.pop();
    return left.isEmpty() ? new Fifo<>(back.reversed(), Chain.empty()) : new Fifo<>(left, back);
  }

  /** {@code earlier}, and then this. Takes time in proportion to the size of {@code earlier}. */
  public Fifo<T> after(Fifo<T> earlier) {
    if (isEmpty()) {
      return earlier;
    }
    List<T> before = earlier.oldestFirst();
    Chain<T> longer = front;
    for (int i = before.size() - 1; i >= 0; i--) {
      longer = longer.push(before.get(i));
    }
    return new Fifo<>(longer, back);
  }

  public List<T> oldestFirst() {
    List<T> values = front.reversed().oldestFirst();
    values.addAll(back.oldestFirst());
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Fifo<?> that
            && size() == that.size()
            && oldestFirst().equals(that.oldestFirst()));
  }

  @Override
  public int hashCode() {
    return oldestFirst().hashCode();
  }

  @Override
  public String toString() {
    return oldestFirst().toString();
  }
}
