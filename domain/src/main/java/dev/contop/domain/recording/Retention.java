package dev.contop.domain.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much is kept: the oldest goes first, and never what is being written.
 *
 * @param bytes at most so much, all recordings together; what is being written counts too
 * @param age at most so long after something was last added to a recording
 */
public record Retention(long bytes, Optional<Duration> age) {

  /** What has to go now, the oldest first. */
  public List<RecordingName> surplus(
      Collection<StoredRecording> stored, Set<RecordingName> running, Instant now) {
    long total = stored.stream().mapToLong(StoredRecording::bytes).sum();
    List<RecordingName> surplus = new ArrayList<>();
    List<StoredRecording> oldestFirst = new ArrayList<>(stored);
    oldestFirst.sort(
        Comparator.comparing((StoredRecording one) -> one.name().began())
            .thenComparing(one -> one.name().value()));
    for (StoredRecording one : oldestFirst) {
      if (!running.contains(one.name()) && (total > bytes || isTooOld(one, now))) {
        surplus.add(one.name());
        total -= one.bytes();
      }
    }
    return surplus;
  }

  private boolean isTooOld(StoredRecording one, Instant now) {
    return age.filter(most -> one.written().plus(most).isBefore(now)).isPresent();
  }
}
