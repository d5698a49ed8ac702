package dev.contop.domain.session;

import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Visits what the machine can get into, breadth first: from each state every move that the world
 * can make, and after each move everything that has to hold.
 *
 * <p>Two states count as one when they differ only in names and in the hour, see {@link StateKey};
 * so there are finitely many, and a path that breaks a rule is a shortest one.
 */
final class Explorer {

  /** One device's session, and what an onlooker knows of it. */
  record Device(Session session, Onlooker onlooker) {}

  /** All devices at one time. */
  record World(List<Device> devices, Ticks now) {
    World {
      devices = List.copyOf(devices);
    }

    World with(int number, Device device, Ticks then) {
      List<Device> all = new ArrayList<>(devices);
      all.set(number, device);
      return new World(all, then);
    }
  }

  /** What the world can do: an event for one device, at a time that has not passed. */
  record Move(int device, SessionEvent event, Ticks at) {}

  /** What can happen next. */
  interface Moves {
    List<Move> from(World world);
  }

  /**
   * What was visited.
   *
   * @param complete whether nothing is left that was not
   */
  record Visited(int states, long moves, int depth, boolean complete) {}

  /** A world, and the way to it. */
  private record Node(World world, Optional<Arrival> arrival, int depth) {}

  private record Arrival(Node before, Move by) {}

  private final SessionMachine machine;
  private final Limits limits;
  private final Moves moves;

  Explorer(SessionMachine machine, Limits limits, Moves moves) {
    this.machine = machine;
    this.limits = limits;
    this.moves = moves;
  }

  /**
   * Goes on until nothing new is found or {@code mostStates} are.
   *
   * @throws AssertionError with the shortest way to a state or step that breaks a rule
   */
  Visited explore(World from, int mostStates) {
    Set<StateKey.Mark> seen = new HashSet<>();
    ArrayDeque<Node> open = new ArrayDeque<>();
    seen.add(StateKey.of(from));
    open.add(new Node(from, Optional.empty(), 0));
    long made = 0;
    int depth = 0;
    while (!open.isEmpty()) {
      Node node = open.remove();
      depth = node.depth();
      for (Move move : moves.from(node.world())) {
        made++;
        Node next =
            new Node(after(node, move), Optional.of(new Arrival(node, move)), node.depth() + 1);
        if (seen.size() < mostStates && seen.add(StateKey.of(next.world()))) {
          open.add(next);
        }
      }
    }
    return new Visited(seen.size(), made, depth, seen.size() < mostStates);
  }

  private World after(Node node, Move move) {
    Device device = node.world().devices().get(move.device());
    try {
      Transition transition = machine.step(device.session(), move.event(), move.at());
      Onlooker onlooker =
          device.onlooker().saw(device.session(), move.event(), transition, move.at(), limits);
      return node.world()
          .with(move.device(), new Device(transition.session(), onlooker), move.at());
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(broken.getMessage() + way(node, move), broken);
    }
  }

  private static String way(Node node, Move last) {
    List<String> steps = new ArrayList<>();
    steps.add(last.toString());
    for (Optional<Arrival> at = node.arrival(); at.isPresent(); at = at.get().before().arrival()) {
      steps.add(at.get().by().toString());
    }
    Collections.reverse(steps);
    return "\nafter:\n  " + String.join("\n  ", steps);
  }
}
