package dev.contop.domain.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An immutable stack whose tails are shared: pushing and popping take constant time and leave the
 * original as it was.
 */
public abstract sealed class Chain<T> {

  private Chain() {}

  @SuppressWarnings("unchecked") // Nothing is of every type.
  public static <T> Chain<T> empty() {
    return (Chain<T>) End.END;
  }

  public abstract int size();

  public abstract Optional<T> peek();

  /** What is below the top; of an empty chain, an empty chain. */
  public abstract Chain<T> pop();

  public boolean isEmpty() {
    return size() == 0;
  }

  public Chain<T> push(T value) {
    return new Link<>(value, this, size() + 1);
  }

  public Chain<T> reversed() {
    Chain<T> turned = empty();
    Chain<T> at = this;
    while (at instanceof Link<T> link) {
      turned = turned.push(link.value);
      at = link.below;
    }
    return turned;
  }

  /** The values, the one pushed first before all others. */
  public List<T> oldestFirst() {
    List<T> values = new ArrayList<>(size());
    Chain<T> at = this;
    while (at instanceof Link<T> link) {
      values.add(link.value);
      at = link.below;
    }
    Collections.reverse(values);
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Chain<?> that
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

  private static final class Link<T> extends Chain<T> {
    private final T value;
    private final Chain<T> below;
    private final int size;

    Link(T value, Chain<T> below, int size) {
      this.value = value;
      this.below = below;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Optional<T> peek() {
      return Optional.of(value);
    }

    @Override
    public Chain<T> pop() {
      return below;
    }
  }

  private static final class End extends Chain<Object> {
    static final End END = new End();

    @Override
    public int size() {
      return 0;
    }

    @Override
    public Optional<Object> peek() {
      return Optional.empty();
    }

    @Override
    public Chain<Object> pop() {
      return this;
    }
  }
}
