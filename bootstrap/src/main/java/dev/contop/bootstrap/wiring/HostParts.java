package dev.contop.bootstrap.wiring;

import dev.contop.application.audit.WriteAudit;
import dev.contop.application.desk.FigureLog;
import dev.contop.application.metrics.Counters;
import dev.contop.application.pairing.DeviceRegister;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.session.Sessions;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.bootstrap.desktop.Desktop;
import dev.contop.domain.door.Secret;
import java.util.Optional;

/** What starting and stopping need of the wired host, whichever modules it was wired from. */
public interface HostParts {

  Desktop desktop();

  Listeners listeners();

  Peers peers();

  Commands commands();

  Sessions sessions();

  PairPhone pairPhone();

  DeviceRegister devices();

  WriteAudit writeAudit();

  Audit audit();

  Recordings recordings();

  Counters counters();

  FigureLog figureLog();

  Rehearsal rehearsal();

  Timers timers();

  Pools pools();

  /** The two listeners. */
  interface Listeners {

    /**
     * Listens from now on, or leaves nothing behind.
     *
     * @throws StartRefused with cause and remedy in one line
     */
    void start() throws StartRefused;

    int port();

    int adminPort();

    /** What a browser must show to be the owner's, where the system does not tell whose it is. */
    default Optional<Secret> ownersSecret() {
      return Optional.empty();
    }

    /** Whether phones reach the host by HTTPS. */
    default boolean isEncrypted() {
      return false;
    }

    void stop();
  }

  /** All WebRTC connections. */
  interface Peers {

    /** Begins to load what is native, so that the first phone does not wait for it. */
    void warmUp();

    /**
     * Waits until it is loaded.
     *
     * @throws StartRefused when a library is missing, with the remedy
     */
    void awaitWarm() throws StartRefused;

    void close();
  }

  /** A connection of the host with itself. */
  interface Rehearsal {

    /**
     * Goes the whole way once, from the signaling socket to a talk over the data channel, so that
     * the first phone does not pay for everything that is loaded and compiled on first use. Blocks
     * until it is done, or for about a second; never fails.
     */
    void play();
  }

  /** All processes of executions. */
  interface Commands {
    void close();
  }

  /** The audit log. */
  interface Audit {

    /** Writes what waits, and takes no more. */
    void close();
  }

  /** What is being recorded. */
  interface Recordings {

    /** From now on what is too old is removed, in the background. */
    void start();

    /** Ends all recordings, and waits a moment until their files are whole. */
    void close();
  }

  /** Everything that was scheduled. */
  interface Timers {
    void close();
  }
}
