package dev.contop.domain.session;

import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What waits for its line in the audit log, oldest first (T55). Immutable; bounded, since a phone
 * can ask for more than a slow disk takes.
 */
public record Deferrals(List<Deferral> waiting) {

  static final Deferrals NONE = new Deferrals(List.of());

  public Deferrals {
    waiting = List.copyOf(waiting);
  }

  /** One thing that waits, and the entry that it waits for. */
  record Deferral(AuditTicket ticket, Deferred what) {}

  boolean isFull() {
    return waiting.size() >= Limits.DEFERRED;
  }

  Deferrals with(AuditTicket ticket, Deferred what) {
    List<Deferral> more = new ArrayList<>(waiting);
    more.add(new Deferral(ticket, what));
    return new Deferrals(more);
  }

  /** What waits for that entry. */
  List<Deferred> of(AuditTicket ticket) {
    return waiting.stream().filter(one -> one.ticket().equals(ticket)).map(Deferral::what).toList();
  }

  Deferrals without(AuditTicket ticket) {
    return only(one -> !one.ticket().equals(ticket));
  }

  Deferrals without(Class<? extends Deferred> kind) {
    return only(one -> !kind.isInstance(one.what()));
  }

  boolean has(Class<? extends Deferred> kind) {
    return newest(kind).isPresent();
  }

  /** The entry that the newest of that kind waits for. */
  Optional<AuditTicket> newest(Class<? extends Deferred> kind) {
    return waiting.stream()
        .filter(one -> kind.isInstance(one.what()))
        .map(Deferral::ticket)
        .reduce((older, newer) -> newer);
  }

  private Deferrals only(Predicate<Deferral> kept) {
    return new Deferrals(waiting.stream().filter(kept).toList());
  }
}
