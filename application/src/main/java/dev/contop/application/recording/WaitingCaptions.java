package dev.contop.application.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Captions on their way to a recording's thread, bounded: of too many the newest are left out. */
final class WaitingCaptions {

  /** Words for the moment at which they were true. */
  record Caption(Instant at, String words) {
    /** Logs never show the words. */
    @Override
    public String toString() {
      return "Caption[" + at + "]";
    }
  }

  static final int MOST = 256;

  private final List<Caption> waiting = new ArrayList<>();

  synchronized void add(Instant at, String words) {
    if (waiting.size() < MOST - 1) {
      waiting.add(new Caption(at, words));
    } else if (waiting.size() == MOST - 1) {
      waiting.add(new Caption(at, "More happened than can be shown; see the audit log."));
    }
  }

  synchronized List<Caption> take() {
    List<Caption> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
