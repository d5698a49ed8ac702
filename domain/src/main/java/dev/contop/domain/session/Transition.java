package dev.contop.domain.session;

import java.util.List;

/** What follows from one event: the session as it is now, and what the host is to do, in order. */
public record Transition(Session session, List<Effect> effects) {
  public Transition {
    effects = List.copyOf(effects);
  }
}
