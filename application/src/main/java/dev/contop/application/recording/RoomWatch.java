package dev.contop.application.recording;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.recording.DiskReserve;
import java.io.IOException;
import java.util.Optional;

/** Sees to it that a recording does not begin or go on in the reserve of its disk; one thread. */
final class RoomWatch {

  static final String NEARLY_FULL =
      "The disk is nearly full, and its last "
          + DiskReserve.BYTES / 1_000_000
          + " MB are not for recordings. Make room, and record again.";

  private final KeepRecordings keep;
  private Optional<Ticks> looked = Optional.empty();

  RoomWatch(KeepRecordings keep) {
    this.keep = keep;
  }

  /**
   * Looks how much room is left, the first time and when it is time again. Blocks then.
   *
   * @throws RecordingFailed when there is too little, or nobody can say how much
   */
  void check(Ticks now) throws RecordingFailed {
    if (looked.filter(last -> !DiskReserve.isLookDue(last, now)).isPresent()) {
      return;
    }
    looked = Optional.of(now);
    long left;
    try {
      left = keep.room();
    } catch (IOException unknown) {
      throw new RecordingFailed(RecordingFile.UNWRITABLE, unknown);
    }
    if (DiskReserve.isTouched(left)) {
      throw new RecordingFailed(NEARLY_FULL);
    }
  }
}
