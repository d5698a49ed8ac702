package dev.contop.domain.limits;

import java.time.Instant;

/** One moment on both clocks, to tell people in wall time of what is kept in ticks. */
public record Moment(Ticks ticks, Instant wall) {

  /** What the wall clock will read then, if nobody sets it. */
  public Instant wallTimeOf(Ticks then) {
    return wall.plus(then.since(ticks));
  }
}
