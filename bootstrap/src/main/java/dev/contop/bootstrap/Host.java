package dev.contop.bootstrap;

import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.bootstrap.command.DashboardText;
import dev.contop.bootstrap.command.PairingText;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.bootstrap.config.RunningHost;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.bootstrap.desktop.ChosenDesktop;
import dev.contop.bootstrap.desktop.Desktop;
import dev.contop.bootstrap.wiring.DaggerHostComponent;
import dev.contop.bootstrap.wiring.HostParts;
import dev.contop.bootstrap.wiring.IdentityModule;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.EndCause;
import dev.contop.os.desktop.DataFolder;
import dev.contop.os.files.StoreUnusable;
import dev.contop.os.identity.IdentityFile;
import dev.contop.os.time.SystemWallClock;
import dev.contop.wire.PairingCodec;
import dev.contop.wire.PairingSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running host: everything is up after {@link #start} and gone after {@link #close}.
 *
 * <p>A signal to the process closes it too (SIGTERM, SIGINT), within three seconds.
 */
public final class Host implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Host.class);

  /** How long running executions have to be gone when the host stops. */
  private static final Duration END_WITHIN = Duration.ofMillis(1800);

  private final HostParts parts;
  private final Path dataFolder;
  private final long startedNanos;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Host(HostParts parts, Path dataFolder, long startedNanos) {
    this.parts = parts;
    this.dataFolder = dataFolder;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts everything, or nothing.
   *
   * @throws StartRefused with cause and remedy in one line
   */
  public static Host start(HostConfig config) throws StartRefused {
    long began = System.nanoTime();
    IdentityModule identity = new IdentityModule(identity(config.dataFolder()));
    Desktop desktop = ChosenDesktop.open(config);
    try {
      HostParts parts = DaggerHostComponent.factory().create(identity, config, desktop);
      return start(parts, config.dataFolder(), began);
    } catch (StartRefused | RuntimeException refused) {
      desktop.close().run();
      throw refused;
    }
  }

  /** Starts a host from parts that were wired by somebody else. */
  static Host start(HostParts parts, Path dataFolder, long began) throws StartRefused {
    Host host = new Host(parts, dataFolder, began);
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
    parts.writeAudit().write(new AuditEntry.HostStarted(version()), About.HOST, new Told("start"));
    try {
      parts.peers().warmUp();
      parts.listeners().start();
      parts.peers().awaitWarm();
      parts.rehearsal().play();
      parts.desktop().passedOver().forEach(reason -> LOG.info("Not shown: {}", reason));
      parts.figureLog().start();
      parts.recordings().start();
      RunningHost.note(dataFolder, parts.listeners().port(), parts.listeners().adminPort());
      return host;
    } catch (IOException unwritable) {
      host.close();
      throw new StartRefused(
          "The folder " + dataFolder + " cannot be written; choose another with --data-dir",
          unwritable);
    } catch (StartRefused | RuntimeException refused) {
      host.close();
      throw refused;
    }
  }

  private static HostIdentity identity(Path dataFolder) throws StartRefused {
    try {
      return new IdentityFile(DataFolder.prepare(dataFolder), new SystemWallClock()).open();
    } catch (StoreUnusable unusable) {
      throw StartRefused.because(unusable);
    }
  }

  public int port() {
    return parts.listeners().port();
  }

  public int adminPort() {
    return parts.listeners().adminPort();
  }

  /** Shows the first pairing, and says that the host is ready. */
  public void announce(PrintStream out) throws StartRefused {
    PairingOffer offer;
    try {
      offer = parts.pairPhone().pair(Optional.empty(), ConnectionType.TEMPORARY);
    } catch (PairingRefused refused) {
      throw new StartRefused(refused.reason(), refused);
    }
    PairingText.show(
        out,
        new PairingSummary(
            new PairingCodec(parts.listeners().isEncrypted()).link(offer),
            offer.expiresAt(),
            offer.role() == Role.VIEW));
    DashboardText.show(out, adminPort(), parts.listeners().ownersSecret());
    out.println(
        "contop-host ready port="
            + port()
            + " admin-port="
            + adminPort()
            + " screen="
            + parts.desktop().name()
            + " "
            + parts.desktop().size()
            + " after "
            + Duration.ofNanos(System.nanoTime() - startedNanos).toMillis()
            + " ms");
    out.flush();
  }

  /** Waits until somebody closes the host. */
  public void awaitStop() throws InterruptedException {
    closed.await();
  }

  /** Peers told, processes gone, keys up, ports free. Twice is harmless. */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    // Each of these is tried, whatever became of the one before.
    attempt("sessions", this::endSessions);
    attempt("listeners", parts.listeners()::stop);
    attempt("commands", parts.commands()::close);
    attempt("peers", parts.peers()::close);
    attempt("recordings", parts.recordings()::close);
    attempt("devices", parts.devices()::flush);
    attempt("audit log", this::closeAudit);
    attempt("timers", parts.timers()::close);
    attempt("pools", parts.pools()::close);
    attempt("desktop", parts.desktop().close());
    attempt("data folder", this::forgetNote);
    closed.countDown();
  }

  private void endSessions() {
    try {
      if (!parts.sessions().endAll(EndCause.HOST_STOPPED, END_WITHIN)) {
        LOG.warn("Some sessions had not ended when the host stopped");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeAudit() {
    parts.writeAudit().write(new AuditEntry.HostStopped(), About.HOST, new Told("end"));
    parts.audit().close();
  }

  private static String version() {
    return Optional.ofNullable(Host.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }

  /** Says in the log when the audit log lacks what the host did of itself. */
  private record Told(String what) implements ObserveAudit {

    @Override
    public void written() {}

    @Override
    public void failed(String reason) {
      LOG.warn("The audit log lacks the host's {}. {}", what, reason);
    }
  }

  private void forgetNote() {
    try {
      RunningHost.forget(dataFolder);
    } catch (IOException left) {
      LOG.warn("The note of the running host could not be removed", left);
    }
  }

  private static void attempt(String what, Runnable close) {
    try {
      close.run();
    } catch (RuntimeException failed) {
      LOG.error("Stopping the {} failed", what, failed);
    }
  }
}
