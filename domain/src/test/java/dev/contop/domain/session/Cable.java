package dev.contop.domain.session;

import dev.contop.domain.limits.Ticks;
import java.util.function.Consumer;

/**
 * One direction of a connection: keeps the order, delays, and once cut delivers nothing that had
 * not arrived.
 */
final class Cable<T> {

  private final Agenda agenda;
  private final Consumer<T> end;
  private Ticks last = Ticks.ZERO;
  private boolean cut;

  Cable(Agenda agenda, Consumer<T> end) {
    this.agenda = agenda;
    this.end = end;
  }

  void send(T what) {
    Ticks arrival = agenda.now().plus(agenda.some(1, agenda.oneIn(50) ? 2_000 : 60));
    last = last.isBefore(arrival) ? arrival : last;
    agenda.at(
        last,
        () -> {
          if (!cut) {
            end.accept(what);
          }
        });
  }

  void cut() {
    cut = true;
  }
}
