package dev.contop.os.process;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * A tree found by parents alone, where there is no {@code /proc}.
 *
 * <p>A process that was given a new parent before the first pass is not found.
 */
final class ParentalTree implements ProcessTree {

  private final Map<Long, ProcessHandle> members = new ConcurrentHashMap<>();

  @Override
  public void addRoot(ProcessHandle process) {
    members.put(process.pid(), process);
  }

  @Override
  public Pass visit(LongConsumer found) {
    Map<Long, ProcessHandle> more = new HashMap<>();
    for (ProcessHandle member : members.values()) {
      member.descendants().forEach(child -> more.put(child.pid(), child));
    }
    members.putAll(more);
    members.values().removeIf(member -> !member.isAlive());
    members.keySet().forEach(found::accept);
    return new Pass(members.size(), false);
  }

  @Override
  public void visitPipeHolders(LongConsumer found) {
    // There is no portable way to tell who holds a pipe.
  }
}
