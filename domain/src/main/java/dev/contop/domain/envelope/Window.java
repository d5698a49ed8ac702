package dev.contop.domain.envelope;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages that have a number and may still have to be sent again (T42).
 *
 * <p>Numbers follow one another without gaps, in the order of the messages, so none has to be kept
 * with its message: the oldest one here has the number after {@code settled}.
 *
 * @param settled the number of the last message that is not kept any more
 * @param sent what the present peer was given, oldest first
 * @param again what earlier peers were given and the present one is still to get
 */
record Window(long settled, Envelopes sent, Envelopes again) {

  static final Window EMPTY = new Window(0, Envelopes.NONE, Envelopes.NONE);

  int size() {
    return sent.size() + again.size();
  }

  long weight() {
    return sent.weight() + again.weight();
  }

  /** The highest number that was ever given. */
  long highest() {
    return settled + size();
  }

  /** The number of the message that the present peer gets next. */
  long next() {
    return settled + sent.size() + 1;
  }

  /** Gives the next number to {@code envelope}, which the present peer is still to get. */
  Window plus(Envelope envelope) {
    return new Window(settled, sent, again.add(envelope));
  }

  /** The present peer was given the first of {@link #again}. */
  Window sentAgain() {
    return new Window(settled, sent.add(again.first().orElseThrow()), again.rest());
  }

  /** The present peer was given {@code envelope}, which is new; nothing is to be sent again. */
  Window sentNew(Envelope envelope) {
    return new Window(settled, sent.add(envelope), again);
  }

  /** What has a number up to {@code seq} need not be sent again. */
  Window settledTo(long seq) {
    Window left = this;
    while (left.settled < seq && left.size() > 0) {
      left = left.withoutOldest();
    }
    return left;
  }

  Window withoutOldest() {
    return sent.isEmpty()
        ? new Window(settled + 1, sent, again.rest())
        : new Window(settled + 1, sent.rest(), again);
  }

  /** The present peer is gone: all that is not settled is to be sent again. */
  Window takenBack() {
    return new Window(settled, Envelopes.NONE, again.after(sent));
  }

  /** The same messages under the numbers that follow {@code number}. */
  Window numberedAfter(long number) {
    return new Window(number, sent, again);
  }

  List<Envelope> oldestFirst() {
    List<Envelope> all = new ArrayList<>(sent.oldestFirst());
    all.addAll(again.oldestFirst());
    return all;
  }
}
