package dev.contop.application.recording;

import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingWishes;
import dev.contop.domain.recording.Retention;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How this host records.
 *
 * @param wishes whose sessions, as the host was started
 */
public record RecordingTerms(RecordingWishes wishes, RecordingFormat format, Retention retention) {

  /** Nobody is recorded unless somebody at the computer asks for it. */
  public static RecordingTerms off() {
    return new RecordingTerms(
        RecordingWishes.of(false, Set.of()),
        RecordingFormat.MP4,
        new Retention(10_000_000_000L, Optional.of(Duration.ofDays(30))));
  }
}
