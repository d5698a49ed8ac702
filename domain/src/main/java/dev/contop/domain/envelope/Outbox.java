package dev.contop.domain.envelope;

import dev.contop.domain.chain.Fifo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The session's queue of outbound messages: it survives any number of peers (T40 to T42).
 *
 * <pre>
 *   add ──▶ queue ──handed over──▶ window ──settled──▶ gone
 *             │                    ▲    │
 *             └─no room: counted   └────┘ the peer is gone: to be sent again
 * </pre>
 *
 * A message gets its number when it is first handed to a peer, whatever the peer, so that drops of
 * the queue leave no gap. It stays in the window until it is settled: for a phone that resumes,
 * when the phone has acknowledged it; for any other, which never sees the number, when the peer has
 * written it to its channel. What is not settled when a peer goes is handed to the next one first,
 * in order and under the same id.
 *
 * <p>Both queue and window are bounded by number and by memory. Without room the queue loses its
 * oldest, which is counted; so does the window, and a phone that still stood before it is told of a
 * gap.
 *
 * <p>Immutable; every step costs constant time on average.
 *
 * @param queue what no peer was given yet
 * @param handed the numbers of what the peer was given and has not written; 0 for what went past
 *     the queue
 * @param resuming whether the present peer's phone sees numbers and acknowledges them
 * @param owing whether the present peer's phone was away when something was dropped
 * @param dropped how many messages were dropped and not yet told of
 */
public record Outbox(
    Bounds bounds,
    Envelopes queue,
    Window window,
    Fifo<Long> handed,
    boolean resuming,
    boolean owing,
    long dropped) {

  private static final Long PASSING = 0L;

  /**
   * How much an outbox holds.
   *
   * @param queued how many messages wait that no peer was given yet (T40)
   * @param unsettled how many are kept to be sent again (T42)
   * @param weight how many bytes of memory either of them may keep (T17)
   */
  public record Bounds(int queued, int unsettled, long weight) {
    public Bounds {
      if (queued < 1 || unsettled < 1 || weight < 1) {
        throw new IllegalArgumentException("An outbox holds at least one message");
      }
    }
  }

  /** The numbers of messages that are gone for good. */
  public record Gap(long from, long to) {}

  public static Outbox empty(Bounds bounds) {
    return new Outbox(bounds, Envelopes.NONE, Window.EMPTY, Fifo.empty(), false, false, 0);
  }

  /** How many messages wait that no peer was given yet. */
  public int queued() {
    return queue.size();
  }

  /** How many messages wait to be handed to a peer, for the first time or again. */
  public int waiting() {
    return queued() + window.again().size();
  }

  /** How many messages are with the peer and not yet written. */
  public int inFlight() {
    return handed.size();
  }

  /** How many messages were handed to a peer and are kept to be sent again. */
  public int unsettled() {
    return window.size();
  }

  /** About how many bytes of memory all messages keep. */
  public long weight() {
    return queue.weight() + window.weight();
  }

  /** The highest number that a message was ever given. */
  public long highest() {
    return window.highest();
  }

  /** Puts a message at the end, dropping the oldest of the queue when there is no room. */
  public Outbox add(Envelope envelope) {
    Envelopes longer = queue.add(envelope);
    long lost = dropped;
    while (longer.size() > 1
        && (longer.size() > bounds.queued() || longer.weight() > bounds.weight())) {
      longer = longer.rest();
      lost++;
    }
    return new Outbox(bounds, longer, window, handed, resuming, owing, lost);
  }

  /**
   * A peer's channel is open. When its phone resumes, what it has seen is settled. A phone that
   * stands where this session never was speaks of an earlier one: the numbers go on from there, and
   * one is left out for what the earlier session may still have had to say.
   */
  public Outbox openedTo(Optional<Resume> resume) {
    Outbox open =
        new Outbox(bounds, queue, window, Fifo.empty(), resume.isPresent(), dropped > 0, dropped);
    if (resume.isEmpty()) {
      return open;
    }
    long seen = resume.get().lastSeq();
    return open.with(seen <= highest() ? window.settledTo(seen) : window.numberedAfter(seen + 1));
  }

  /** What is gone of that which a phone at this place has not seen. */
  public Optional<Gap> gapAfter(Resume resume) {
    return resume.lastSeq() < window.settled()
        ? Optional.of(new Gap(resume.lastSeq() + 1, window.settled()))
        : Optional.empty();
  }

  /** The next message to hand over, if one waits, as the present peer is to send it. */
  public Optional<Envelope> next() {
    Optional<Envelope> first = window.again().first().or(queue::first);
    return resuming ? first.map(envelope -> envelope.numbered(window.next())) : first;
  }

  /** After handing over {@link #next}: it is in flight now, and kept. */
  public Outbox handOver() {
    Fifo<Long> longer = handed.add(window.next());
    if (!window.again().isEmpty()) {
      return new Outbox(bounds, queue, window.sentAgain(), longer, resuming, owing, dropped);
    }
    Window grown = window.sentNew(queue.first().orElseThrow());
    return new Outbox(bounds, queue.rest(), grown, longer, resuming, owing, dropped).trimmed();
  }

  /**
   * After handing over a message that goes past the queue, since it is true only now and only for
   * this peer: a keepalive, the state at the opening.
   */
  public Outbox handedPast() {
    return new Outbox(bounds, queue, window, handed.add(PASSING), resuming, owing, dropped);
  }

  /** The peer has written the {@code count} oldest messages in flight. */
  public Outbox written(int count) {
    Fifo<Long> left = handed;
    long upTo = 0;
    for (int i = 0; i < count && !left.isEmpty(); i++) {
      upTo = Math.max(upTo, left.first().orElseThrow());
      left = left.rest();
    }
    Window kept = resuming ? window : window.settledTo(upTo);
    return new Outbox(bounds, queue, kept, left, resuming, owing, dropped);
  }

  /** Whether the present peer's phone may acknowledge that number. */
  public boolean mayAcknowledge(long seq) {
    return resuming && seq <= highest();
  }

  /**
   * The phone has seen everything up to that number; to be asked first is {@link #mayAcknowledge}.
   */
  public Outbox acknowledged(long seq) {
    return with(window.settledTo(seq));
  }

  /** The peer is gone: what is not settled waits again, before all else. */
  public Outbox takeBack() {
    return new Outbox(bounds, queue, window.takenBack(), Fifo.empty(), false, false, dropped);
  }

  /**
   * Whether it is time to tell of what was dropped: before the queue when the phone was away, else
   * when it has caught up.
   */
  public boolean tellsOfDrops() {
    return dropped > 0 && window.again().isEmpty() && (owing || queue.isEmpty());
  }

  /** Tells of what was dropped, once: {@code notice} is next, and is kept as every other. */
  public Outbox tellingOfDrops(Envelope notice) {
    return new Outbox(bounds, queue, window.plus(notice), handed, resuming, false, 0).trimmed();
  }

  /** All that waits, oldest first. */
  public List<Envelope> contents() {
    List<Envelope> all = new ArrayList<>(window.again().oldestFirst());
    all.addAll(queue.oldestFirst());
    return all;
  }

  /** A phone that does not resume never hears of gaps: for it, what leaves the window is a drop. */
  private Outbox trimmed() {
    Window left = window;
    while (left.size() > 1
        && (left.size() > bounds.unsettled() || left.weight() > bounds.weight())) {
      left = left.withoutOldest();
    }
    long lost = resuming ? 0 : left.settled() - window.settled();
    return new Outbox(bounds, queue, left, handed, resuming, owing, dropped + lost);
  }

  private Outbox with(Window other) {
    return new Outbox(bounds, queue, other, handed, resuming, owing, dropped);
  }
}
