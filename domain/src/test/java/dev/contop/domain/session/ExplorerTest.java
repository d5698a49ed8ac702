package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No order of events gets the machine where it must not be. {@code -Dcontop.explore=N} visits N
 * states instead of as many as fit a short run.
 */
@Timeout(7200)
class ExplorerTest {

  private static final int STATES = Integer.getInteger("contop.explore", 6_000);

  @Test
  void shouldKeepEveryRuleWithOneDeviceAndTwoPeers() {
    report("one device", explorer(false).explore(world(1), STATES));
  }

  @Test
  void shouldKeepEveryRuleWithAPhoneThatResumes() {
    report("one device that resumes", explorer(true).explore(world(1), STATES));
  }

  @Test
  void shouldKeepEveryRuleWithTwoDevices() {
    report("two devices", explorer(false).explore(world(2), STATES));
  }

  private static Explorer explorer(boolean resuming) {
    return new Explorer(
        new SessionMachine(EveryMove.LIMITS, new AsksBeforeTouch(), new JavaHash()),
        EveryMove.LIMITS,
        new EveryMove(resuming));
  }

  private static void report(String what, Explorer.Visited visited) {
    System.out.printf(
        "explored, %s: %d states, %d moves, depth %d, %s%n",
        what,
        visited.states(),
        visited.moves(),
        visited.depth(),
        visited.complete() ? "complete" : "cut short");
    assertThat(visited.complete() || visited.states() == STATES).isTrue();
  }

  private static Explorer.World world(int devices) {
    return new Explorer.World(
        IntStream.range(0, devices).mapToObj(ExplorerTest::device).toList(), Ticks.ZERO);
  }

  private static Explorer.Device device(int number) {
    return new Explorer.Device(
        Session.begun(
            new UUID(number, 1),
            ConnectionType.TEMPORARY,
            Rehearsal.SCREEN,
            false,
            EveryMove.LIMITS,
            Ticks.ZERO),
        Onlooker.AT_FIRST);
  }
}
