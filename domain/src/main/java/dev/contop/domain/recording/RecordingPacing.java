package dev.contop.domain.recording;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * When a recording gets its next picture: a changed one at most at a fixed rate, an unchanged one
 * now and then, so that the file reaches up to now and still costs little.
 *
 * @param interval the shortest time between two changed pictures
 * @param repeat how long an unchanged picture stands before it is written again
 * @param last when a picture was last written
 */
public record RecordingPacing(Duration interval, Duration repeat, Ticks last) {

  /** Enough to follow a pointer and a scrolling text, at half the cost of the live picture. */
  public static final Duration INTERVAL = Duration.ofMillis(64);

  /** With what the file's format holds back, a crash then costs less than a second. */
  static final Duration REPEAT = Duration.ofMillis(500);

  /** After the first picture, which was written at {@code now}. */
  public static RecordingPacing starting(Ticks now) {
    return new RecordingPacing(INTERVAL, REPEAT, now);
  }

  public RecordingPacing wrote(Ticks now) {
    return new RecordingPacing(interval, repeat, now);
  }

  /**
   * When the next picture is due.
   *
   * @param changed whether there is one that differs from the last
   */
  public Ticks due(boolean changed) {
    return last.plus(changed ? interval : repeat);
  }

  /**
   * Whether a picture captured at {@code at} comes too soon after one captured at {@code before}.
   */
  public static boolean tooSoon(long at, long before) {
    // A capture at twice this rate is off by a little each time: its every second picture is meant.
    return at - before < INTERVAL.toNanos() * 7 / 8;
  }
}
