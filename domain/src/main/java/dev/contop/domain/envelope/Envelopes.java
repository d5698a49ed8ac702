package dev.contop.domain.envelope;

import dev.contop.domain.chain.Fifo;
import java.util.List;
import java.util.Optional;

/**
 * Messages in order, and about how many bytes of memory they keep. Immutable, as {@link Fifo} is.
 */
record Envelopes(Fifo<Envelope> messages, long weight) {

  static final Envelopes NONE = new Envelopes(Fifo.empty(), 0);

  boolean isEmpty() {
    return messages.isEmpty();
  }

  int size() {
    return messages.size();
  }

  Optional<Envelope> first() {
    return messages.first();
  }

  Envelopes add(Envelope envelope) {
    return new Envelopes(messages.add(envelope), weight + envelope.weight());
  }

  Envelopes rest() {
    return first().map(gone -> new Envelopes(messages.rest(), weight - gone.weight())).orElse(this);
  }

  Envelopes after(Envelopes earlier) {
    return new Envelopes(messages.after(earlier.messages), weight + earlier.weight);
  }

  List<Envelope> oldestFirst() {
    return messages.oldestFirst();
  }

  @Override
  public String toString() {
    return size() + " of " + weight + " bytes";
  }
}
