package dev.contop.application.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Remembers what writers of audit entries were told, in order. */
public final class RecordedOutcomes {

  /** What {@link #observer} says of an entry that was written. */
  public static final String WRITTEN = "written";

  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** An observer whose calls are kept as {@code name: written} or {@code name: the reason}. */
  public ObserveAudit observer(String name) {
    return new ObserveAudit() {
      @Override
      public void written() {
        seen.add(name + ": " + WRITTEN);
      }

      @Override
      public void failed(String reason) {
        seen.add(name + ": " + reason);
      }
    };
  }

  public List<String> seen() {
    return List.copyOf(seen);
  }

  public List<String> await(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> seen.size() >= count);
    return seen();
  }
}
