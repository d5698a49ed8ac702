package dev.contop.domain.confirmation;

import dev.contop.domain.limits.ConfirmationLimits;
import dev.contop.domain.limits.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session's questions to the user: those that are open, and how the last ones ended (T53).
 *
 * <p>Immutable. A question ends once, and of all answers to it at most one makes an {@link
 * Approval}.
 */
public record Confirmations(
    ConfirmationLimits limits, List<PendingConfirmation> open, List<Ended> ended) {
  public Confirmations {
    open = List.copyOf(open);
    ended = List.copyOf(ended);
  }

  /** How one ended, and whether it was an answer that ended it. */
  public record Ended(RequestId request, Ending ending, boolean answered) {}

  /** What came of an answer, and the confirmations as they are after it. */
  public record Answered(Confirmations after, Outcome outcome) {}

  public static Confirmations none(ConfirmationLimits limits) {
    return new Confirmations(limits, List.of(), List.of());
  }

  /** With one more that is open. */
  public Confirmations asked(PendingConfirmation one) {
    if (open.size() >= limits.open()) {
      throw new IllegalStateException("Too many questions are open");
    }
    return new Confirmations(limits, plus(open, one), ended);
  }

  /**
   * Takes an answer; the first that is valid counts.
   *
   * @param digest what the phone says that it answers; one that says nothing means what was asked
   */
  public Answered answer(RequestId request, boolean yes, Optional<Digest> digest, Ticks now) {
    Optional<PendingConfirmation> asked = find(request);
    if (asked.isEmpty()) {
      return new Answered(this, tooLate(request));
    }
    PendingConfirmation one = asked.get();
    if (one.deadline().reachedAt(now)) {
      return new Answered(closed(request, Ending.EXPIRED), new Outcome.Expired());
    }
    if (!yes) {
      // A no counts whatever it is to: nothing runs because of it.
      return new Answered(end(request, Ending.REJECTED, true), new Outcome.Rejected());
    }
    if (digest.isPresent() && !digest.get().equals(one.digest())) {
      return new Answered(this, new Outcome.Ignored(Outcome.Cause.STALE, Optional.empty()));
    }
    return new Answered(
        end(request, Ending.APPROVED, true), new Outcome.Approved(new Approval(one.digest())));
  }

  /** The one that is open under that name. */
  public Optional<PendingConfirmation> find(RequestId request) {
    return open.stream().filter(one -> one.request().equals(request)).findFirst();
  }

  /** How the one of that name ended, as far as it is remembered. */
  public Optional<Ending> ending(RequestId request) {
    return remembered(request).map(Ended::ending);
  }

  /** Those whose time is up. */
  public List<PendingConfirmation> due(Ticks now) {
    return open.stream().filter(one -> one.deadline().reachedAt(now)).toList();
  }

  /** When the next one's time is up. */
  public Ticks deadline() {
    Ticks earliest = Ticks.NEVER;
    for (PendingConfirmation one : open) {
      earliest = Ticks.earlier(earliest, one.deadline());
    }
    return earliest;
  }

  /** With that one ended without an answer. */
  public Confirmations closed(RequestId request, Ending ending) {
    return end(request, ending, false);
  }

  /** With that one rejected after all, although it was approved: it will not run. */
  public Confirmations withdrawn(RequestId request) {
    return end(request, Ending.REJECTED, true);
  }

  private Outcome tooLate(RequestId request) {
    return remembered(request)
        .<Outcome>map(
            one ->
                new Outcome.Ignored(
                    one.answered() ? Outcome.Cause.REPEATED : Outcome.Cause.LATE,
                    Optional.of(one.ending())))
        .orElseGet(() -> new Outcome.Ignored(Outcome.Cause.UNKNOWN, Optional.empty()));
  }

  private Optional<Ended> remembered(RequestId request) {
    return ended.stream().filter(one -> one.request().equals(request)).findFirst();
  }

  private Confirmations end(RequestId request, Ending ending, boolean answered) {
    List<PendingConfirmation> left =
        open.stream().filter(one -> !one.request().equals(request)).toList();
    List<Ended> known = ended.stream().filter(one -> !one.request().equals(request)).toList();
    List<Ended> all = plus(known, new Ended(request, ending, answered));
    int forgotten = Math.max(0, all.size() - limits.remembered());
    return new Confirmations(limits, left, all.subList(forgotten, all.size()));
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
