package dev.contop.signaling;

import dev.contop.domain.limits.AddressBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands at the door: every connection of one listener, from its acceptance to its end.
 * Thread-safe; never blocks.
 *
 * <p>There is always room for one more: when an address block, or the door, has as many as it may,
 * the newcomer pushes out the one that stands there longest and has not shown that it may come in;
 * at a full door, one of the block that takes most room. So nobody can keep the others out by
 * standing still, and whoever was let in stays.
 */
final class Doorway {

  private final int most;
  private final int mostOfOneBlock;
  private final Map<AddressBlock, Deque<Visitor>> waiting = new HashMap<>();
  private final Set<Visitor> inside = new HashSet<>();
  private int all;

  /**
   * @param most how many there may be, whether let in or not
   * @param mostOfOneBlock how many of one address block that were not let in
   */
  Doorway(int most, int mostOfOneBlock) {
    this.most = most;
    this.mostOfOneBlock = mostOfOneBlock;
  }

  /** One connection. */
  final class Visitor {
    private final AddressBlock block;
    private final Runnable showOut;

    private Visitor(AddressBlock block, Runnable showOut) {
      this.block = block;
      this.showOut = showOut;
    }

    /** It may come in, and is not pushed out any more. */
    void trust() {
      synchronized (Doorway.this) {
        if (forget(this)) {
          inside.add(this);
        }
      }
    }

    boolean isTrusted() {
      synchronized (Doorway.this) {
        return inside.contains(this);
      }
    }

    /** It is gone; twice is harmless. */
    void leave() {
      synchronized (Doorway.this) {
        if (forget(this) || inside.remove(this)) {
          all--;
        }
      }
    }
  }

  /**
   * Takes one in, or nobody when all who are there were let in.
   *
   * @param showOut ends the connection; called by whoever pushes it out, on their thread
   */
  Optional<Visitor> enter(AddressBlock block, Runnable showOut) {
    Optional<Visitor> pushedOut = Optional.empty();
    Visitor visitor = new Visitor(block, showOut);
    synchronized (this) {
      if (waiting.getOrDefault(block, new ArrayDeque<>()).size() >= mostOfOneBlock) {
        pushedOut = pushOut(block);
      } else if (all >= most) {
        Optional<AddressBlock> crowded = largest();
        if (crowded.isEmpty()) {
          return Optional.empty();
        }
        pushedOut = pushOut(crowded.get());
      }
      waiting.computeIfAbsent(block, key -> new ArrayDeque<>()).add(visitor);
      all++;
    }
    pushedOut.ifPresent(unlucky -> unlucky.showOut.run());
    return Optional.of(visitor);
  }

  private Optional<AddressBlock> largest() {
    return waiting.entrySet().stream()
        .max((one, other) -> Integer.compare(one.getValue().size(), other.getValue().size()))
        .map(Map.Entry::getKey);
  }

  private Optional<Visitor> pushOut(AddressBlock block) {
    Optional<Visitor> eldest = Optional.ofNullable(waiting.get(block)).map(Deque::peek);
    eldest.ifPresent(
        visitor -> {
          forget(visitor);
          all--;
        });
    return eldest;
  }

  private boolean forget(Visitor visitor) {
    Deque<Visitor> others = waiting.getOrDefault(visitor.block, new ArrayDeque<>());
    boolean found = others.remove(visitor);
    if (others.isEmpty()) {
      waiting.remove(visitor.block);
    }
    return found;
  }

  synchronized int size() {
    return all;
  }

  /** Ends every connection. */
  void clear() {
    List<Visitor> everybody = new ArrayList<>();
    synchronized (this) {
      waiting.values().forEach(everybody::addAll);
      everybody.addAll(inside);
      waiting.clear();
      inside.clear();
      all = 0;
    }
    everybody.forEach(visitor -> visitor.showOut.run());
  }
}
