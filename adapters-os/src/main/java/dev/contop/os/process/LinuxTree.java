package dev.contop.os.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * A tree found in {@code /proc}: by its marks, by the sessions it was started in, by parents, and
 * by having been seen before.
 *
 * <p>Passes race with forks, so the caller repeats them. What once turned out to be a stranger is
 * looked at again only now and then: a pass then takes well under a millisecond, which is what it
 * takes to catch a process that lives no longer than that.
 */
final class LinuxTree implements ProcessTree {

  private static final int LOOK_AGAIN_EVERY = 32;

  private final Marker marker;
  private final List<Root> roots = new CopyOnWriteArrayList<>();
  private final Set<Identity> members = new HashSet<>();
  private final Set<Long> strangers = new HashSet<>();
  private final Set<Long> unclear = new HashSet<>();
  private int passes;

  private record Identity(long pid, long startedAt) {
    Identity(ProcStat stat) {
      this(stat.pid(), stat.startedAt());
    }
  }

  private record Root(Identity identity, Set<String> pipes) {}

  LinuxTree(Marker marker) {
    this.marker = marker;
  }

  static boolean isSupported() {
    return ProcFolder.isSupported();
  }

  @Override
  public void addRoot(ProcessHandle process) {
    long pid = process.pid();
    Set<String> pipes = ProcFolder.outputPipesOf(pid);
    ProcStat.read(pid).ifPresent(stat -> roots.add(new Root(new Identity(stat), pipes)));
  }

  @Override
  public Pass visit(LongConsumer found) {
    if (passes++ % LOOK_AGAIN_EVERY == 0) {
      strangers.clear();
      unclear.clear();
    }
    Set<Long> sessions = sessions();
    Set<Long> here = new HashSet<>();
    Map<Long, ProcStat> others = new HashMap<>();
    boolean missed = false;
    for (long pid : ProcFolder.pids()) {
      if (strangers.contains(pid)) {
        continue;
      }
      Optional<ProcStat> stat = ProcStat.read(pid);
      if (stat.isEmpty()) {
        missed = true;
      } else if (stat.get().alive()) {
        Marker.Reading reading = read(stat.get(), sessions);
        if (reading == Marker.Reading.MARKED) {
          members.add(new Identity(stat.get()));
          here.add(pid);
          found.accept(pid);
        } else {
          others.put(pid, stat.get());
          // In the middle of an exec there is no environment for a moment; twice is no moment.
          if (reading == Marker.Reading.UNMARKED || !unclear.add(pid)) {
            strangers.add(pid);
          } else {
            missed |= ProcStat.read(pid).isEmpty();
          }
        }
      }
    }
    addChildren(here, others, found);
    strangers.removeAll(here);
    return new Pass(here.size(), missed);
  }

  private Marker.Reading read(ProcStat stat, Set<Long> sessions) {
    return members.contains(new Identity(stat)) || sessions.contains(stat.session())
        ? Marker.Reading.MARKED
        : marker.lookIn(ProcFolder.of(stat.pid()));
  }

  /** Children of members are members, even without a mark. */
  private void addChildren(Set<Long> here, Map<Long, ProcStat> others, LongConsumer found) {
    List<ProcStat> children = new ArrayList<>();
    do {
      children.clear();
      others.values().stream().filter(stat -> here.contains(stat.parent())).forEach(children::add);
      for (ProcStat child : children) {
        others.remove(child.pid());
        members.add(new Identity(child));
        here.add(child.pid());
        found.accept(child.pid());
      }
    } while (!children.isEmpty());
  }

  /**
   * The sessions that the roots lead. When the kernel has given a root's pid to someone else, the
   * session of that number is not ours.
   */
  private Set<Long> sessions() {
    Set<Long> ours = new HashSet<>();
    for (Root root : roots) {
      long pid = root.identity().pid();
      long startedAt =
          ProcStat.read(pid).map(ProcStat::startedAt).orElse(root.identity().startedAt());
      if (startedAt == root.identity().startedAt()) {
        ours.add(pid);
      }
    }
    return ours;
  }

  @Override
  public void visitPipeHolders(LongConsumer found) {
    Set<String> pipes = new HashSet<>();
    roots.forEach(root -> pipes.addAll(root.pipes()));
    long self = ProcessHandle.current().pid();
    for (long pid : ProcFolder.pids()) {
      if (pid != self && !Collections.disjoint(pipes, ProcFolder.pipesOf(pid))) {
        found.accept(pid);
      }
    }
  }
}
