package dev.contop.application.session;

import dev.contop.application.agent.AgentReply;
import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.command.ObserveCommand;
import dev.contop.application.command.RunningCommand;
import dev.contop.application.device.ObserveDevice;
import dev.contop.application.peer.Peer;
import dev.contop.application.still.ObserveStill;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import dev.contop.domain.session.Effect;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one session's effects through the ports; what comes of them is posted back. */
final class SessionEffects implements PerformEffects {

  private static final Logger LOG = LoggerFactory.getLogger(SessionEffects.class);

  /** A peer and how its signaling is closed when it is not needed any more (T9). */
  private record Connected(Peer peer, Runnable closeSignaling) {}

  private final SessionPorts ports;
  private final About about;
  private final Consumer<SessionEvent> post;
  private final Consumer<EndCause> over;
  private final Map<PeerId, Connected> peers = new ConcurrentHashMap<>();

  // Touched only in the session's turns.
  private Optional<RunningCommand> running = Optional.empty();
  private Optional<Following> following = Optional.empty();

  /**
   * @param about whom the audit log is told that this is about
   * @param post takes in what comes of an effect
   * @param over is told once that the session is over
   */
  SessionEffects(
      SessionPorts ports, About about, Consumer<SessionEvent> post, Consumer<EndCause> over) {
    this.ports = ports;
    this.about = about;
    this.post = post;
    this.over = over;
  }

  /** Makes a peer known before any effect can name it. Any thread. */
  void connect(PeerId id, Peer peer, Runnable closeSignaling) {
    peers.put(id, new Connected(peer, closeSignaling));
  }

  Optional<Peer> peer(PeerId id) {
    return Optional.ofNullable(peers.get(id)).map(Connected::peer);
  }

  /** The peer is gone, whoever closed it. */
  void disconnected(PeerId id) {
    peers.remove(id);
  }

  @Override
  public void perform(Effect effect) {
    if (effect instanceof Effect.SendEnvelope send) {
      peer(send.peer()).ifPresent(peer -> peer.send(ports.encode().encode(send.envelope())));
    } else if (effect instanceof Effect.Inject input) {
      ports.input().inject(input.action());
    } else if (effect instanceof Effect.InjectAndReport input) {
      ports
          .input()
          .inject(
              input.action(),
              (done, message, duration) ->
                  post.accept(new SessionEvent.InputDone(input.name(), done, message, duration)));
    } else if (effect instanceof Effect.ReleaseInputs release) {
      ports.input().release(release.held());
    } else if (effect instanceof Effect.CountRefusal refusal) {
      ports.refusals().refused(refusal.channel(), refusal.cause());
    } else if (effect instanceof Effect.StartCommand start) {
      start(start);
    } else if (effect instanceof Effect.KillCommand kill) {
      LOG.info("The running execution is being ended: {}", kill.reason().code());
      kill();
    } else if (effect instanceof Effect.RecordEntry entry) {
      ports.audit().write(entry.entry(), about, following(entry.ticket()));
    } else if (effect instanceof Effect.ControlDevice device) {
      ports.device().act(device.action(), following(device.action()));
    } else if (effect instanceof Effect.TakeStill take) {
      ports.stills().take(take.wish(), StillWish.MESSAGE_BYTES, still());
    } else if (effect instanceof Effect.AskAgent ask) {
      ports.agent().ask(ask.execution(), ask.intent(), reply(ask.execution()));
    } else if (effect instanceof Effect.TellAgent tell) {
      ports.agent().tell(tell.execution(), tell.outcome(), reply(tell.execution()));
    } else if (effect instanceof Effect.DismissAgent dismiss) {
      ports.agent().dismiss(dismiss.execution());
    } else if (effect instanceof Effect.ClosePeer close) {
      Optional.ofNullable(peers.remove(close.peer())).map(Connected::peer).ifPresent(Peer::close);
    } else if (effect instanceof Effect.ShowView show) {
      peer(show.peer()).ifPresent(peer -> peer.show(show.view()));
    } else if (effect instanceof Effect.MeasurePeer measure) {
      PeerId id = measure.peer();
      peer(id)
          .ifPresent(
              peer ->
                  peer.measure(figures -> post.accept(new SessionEvent.PeerMeasured(id, figures))));
    } else if (effect instanceof Effect.ListMonitors list) {
      ports
          .monitors()
          .list(found -> post.accept(new SessionEvent.MonitorsListed(found, list.wish())));
    } else if (effect instanceof Effect.CloseSignaling close) {
      Optional.ofNullable(peers.get(close.peer())).ifPresent(c -> c.closeSignaling().run());
    } else if (effect instanceof Effect.WarnOfSilence) {
      ports.counters().count("heartbeat.silent");
      LOG.warn("A phone has not been heard of for a while; its connection is kept");
    } else if (effect instanceof Effect.ForgetSession forget) {
      over.accept(forget.cause());
    } else {
      throw new AssertionError("No way to perform " + effect.getClass());
    }
  }

  @Override
  public void abandon() {
    attempt(this::kill);
    attempt(() -> ports.input().release(new HeldInputs(EnumSet.allOf(MouseButton.class))));
    peers.values().forEach(connected -> attempt(connected.peer()::close));
    peers.clear();
    over.accept(EndCause.FAULT);
  }

  /** One part that fails must not keep the others from being ended. */
  private static void attempt(Runnable ending) {
    try {
      ending.run();
    } catch (RuntimeException | Error bug) {
      LOG.error("A part of a session could not be ended", bug);
    }
  }

  private void kill() {
    following.ifPresent(Following::killed);
    running.ifPresent(RunningCommand::kill);
  }

  private void start(Effect.StartCommand start) {
    Following observer = new Following(start.execution());
    following = Optional.of(observer);
    running =
        Optional.of(
            ports.run().run(start.execution(), start.command(), start.outputLimit(), observer));
  }

  private AgentReply reply(ExecutionId execution) {
    return new AgentReply() {
      @Override
      public void propose(Step step) {
        post.accept(new SessionEvent.StepProposed(execution, step));
      }

      @Override
      public void answer(String text, Optional<String> errorCode) {
        post.accept(new SessionEvent.AgentAnswered(execution, text, errorCode));
      }
    };
  }

  private ObserveAudit following(AuditTicket ticket) {
    return new ObserveAudit() {
      @Override
      public void written() {
        post.accept(new SessionEvent.AuditWritten(ticket));
      }

      @Override
      public void failed(String reason) {
        ports.counters().count("audit.failed");
        post.accept(new SessionEvent.AuditFailed(ticket, reason));
      }
    };
  }

  private ObserveDevice following(DeviceAction action) {
    return new ObserveDevice() {
      @Override
      public void done() {
        told(Optional.empty());
      }

      @Override
      public void failed(String words) {
        told(Optional.of(words));
      }

      private void told(Optional<String> failure) {
        post.accept(new SessionEvent.DeviceActed(action, failure, ports.device().isKeptAwake()));
      }
    };
  }

  private ObserveStill still() {
    return new ObserveStill() {
      @Override
      public void taken(Still still) {
        post.accept(new SessionEvent.StillTaken(still));
      }

      @Override
      public void missed(StillRefusal reason) {
        post.accept(new SessionEvent.StillMissed(reason));
      }
    };
  }

  /** Posts what a command does. */
  private final class Following implements ObserveCommand {
    private final ExecutionId execution;
    private volatile Optional<Ticks> killedAt = Optional.empty();

    Following(ExecutionId execution) {
      this.execution = execution;
    }

    void killed() {
      killedAt = Optional.of(ports.clock().now());
    }

    @Override
    public void wrote(OutputStreamKind stream, String text) {
      post.accept(new SessionEvent.CommandWrote(execution, stream, text));
    }

    @Override
    public void ended(int exitCode, Duration duration, boolean truncated, int survivors) {
      // T31 asks for this time: from the loss to the last process gone.
      killedAt.ifPresent(
          then ->
              LOG.info(
                  "The execution's last process was gone {} ms later; {} survived",
                  ports.clock().now().since(then).toMillis(),
                  survivors));
      post.accept(
          new SessionEvent.CommandEnded(execution, exitCode, duration, truncated, survivors));
    }

    @Override
    public void failed(String reason) {
      post.accept(new SessionEvent.CommandFailed(execution, reason));
    }
  }
}
