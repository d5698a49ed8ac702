package dev.contop.domain.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An immutable stack whose tails are shared: pushing and popping take constant time and leave the
 * original as it was.
 */
public final class Chain<T> {

  private final Optional<Link<T>> top;

  private record Link<T>(T value, Chain<T> below, int size) {}

  private Chain(Optional<Link<T>> top) {
    this.top = top;
  }

  public static <T> Chain<T> empty() {
    return new Chain<>(Optional.empty());
  }

  public boolean isEmpty() {
    return top.isEmpty();
  }

  public int size() {
    return top.map(Link::size).orElse(0);
  }

  public Chain<T> push(T value) {
    return new Chain<>(Optional.of(new Link<>(value, this, size() + 1)));
  }

  public Optional<T> peek() {
    return top.map(Link::value);
  }

  /** What is below the top; of an empty chain, an empty chain. */
  public Chain<T> pop() {
    return top.map(Link::below).orElse(this);
  }

  public Chain<T> reversed() {
    Chain<T> turned = empty();
    for (Chain<T> at = this; at.top.isPresent(); at = at.pop()) {
      turned = turned.push(at.top.get().value());
    }
    return turned;
  }

  /** The values, the one pushed first before all others. */
  public List<T> oldestFirst() {
    List<T> values = new ArrayList<>(size());
    for (Chain<T> at = this; at.top.isPresent(); at = at.pop()) {
      values.add(at.top.get().value());
    }
    Collections.reverse(values);
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chain<?> that
        && size() == that.size()
        && oldestFirst().equals(that.oldestFirst());
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
