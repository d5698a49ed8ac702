package dev.contop.domain.session;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * The keepalive of one peer (T18, T19).
 *
 * @param next when the next keepalive is due
 * @param silent how many in a row saw no life before them
 * @param life whether the phone was heard of since the last one
 */
record Heartbeat(Ticks next, int silent, boolean life) {

  static Heartbeat starting(Ticks now, Duration interval) {
    return new Heartbeat(now.plus(interval), 0, true);
  }

  Heartbeat heard() {
    return life && silent == 0 ? this : new Heartbeat(next, 0, true);
  }

  /** After the keepalive that was due; a late one does not make the following ones bunch up. */
  Heartbeat beat(Ticks now, Duration interval) {
    return new Heartbeat(now.plus(interval), life ? 0 : silent + 1, false);
  }

  /** Whether this very beat made the silence long enough to be warned of, once (T19). */
  boolean warnsAt(int silentHeartbeats) {
    return silent == silentHeartbeats;
  }
}
