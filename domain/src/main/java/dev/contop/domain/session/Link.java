package dev.contop.domain.session;

import dev.contop.domain.envelope.Resume;
import dev.contop.domain.limits.Ticks;
import java.util.Optional;

/**
 * A session's connection to its phone. Each state offers only the moves that are legal from it.
 *
 * <pre>
 *   Absent ──answered──▶ Connecting ──channel opened──▶ Live ⇄ Suspect
 *     ▲                    │   ▲                          │       │
 *     └──lost, too late────┘   └────another peer answered─┴───────┘
 *     ▲                                                   │       │
 *     └───────────────────────lost────────────────────────┴───────┘
 *   Absent ──for too long──▶ Ended ◀──the session ends── any
 * </pre>
 */
public sealed interface Link {

  /** The peer that counts now; what comes from any other is ignored. */
  Optional<PeerId> peer();

  /** The open connection, be it live or suspect. */
  default Optional<Live> open() {
    return Optional.empty();
  }

  /** When this state wants to be looked at again. */
  default Ticks deadline() {
    return Ticks.NEVER;
  }

  /** No peer. Messages wait in the outbox until the session has lived without one for too long. */
  record Absent(Ticks deadline) implements Link {
    @Override
    public Optional<PeerId> peer() {
      return Optional.empty();
    }
  }

  /**
   * A peer has answered; its reliable channel has not opened yet (T33).
   *
   * @param resume where its phone stands, if it wants to resume (T42)
   */
  record Connecting(PeerId id, Ticks deadline, Optional<Resume> resume) implements Link {
    @Override
    public Optional<PeerId> peer() {
      return Optional.of(id);
    }

    Live opened(Ticks signalingUntil, Heartbeat heartbeat) {
      return new Live(id, signalingUntil, heartbeat);
    }
  }

  /**
   * The reliable channel is open.
   *
   * @param signalingUntil when the signaling socket is to be closed (T9); never, once it was
   */
  record Live(PeerId id, Ticks signalingUntil, Heartbeat heartbeat) implements Link {
    @Override
    public Optional<PeerId> peer() {
      return Optional.of(id);
    }

    @Override
    public Optional<Live> open() {
      return Optional.of(this);
    }

    @Override
    public Ticks deadline() {
      return Ticks.earlier(signalingUntil, heartbeat.next());
    }

    Suspect doubted() {
      return new Suspect(this);
    }

    Live with(Heartbeat beat) {
      return new Live(id, signalingUntil, beat);
    }

    Live withoutSignaling() {
      return new Live(id, Ticks.NEVER, heartbeat);
    }
  }

  /** ICE says {@code disconnected}: no new step starts until the phone is heard of (T30). */
  record Suspect(Live live) implements Link {
    @Override
    public Optional<PeerId> peer() {
      return live.peer();
    }

    @Override
    public Optional<Live> open() {
      return live.open();
    }

    @Override
    public Ticks deadline() {
      return live.deadline();
    }

    Live recovered() {
      return live;
    }
  }

  /** Over for good. */
  record Ended(EndCause cause) implements Link {
    @Override
    public Optional<PeerId> peer() {
      return Optional.empty();
    }
  }
}
