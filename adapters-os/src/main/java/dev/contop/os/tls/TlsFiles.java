package dev.contop.os.tls;

import dev.contop.application.time.ReadWallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificate and key in two PEM files, which are read again when they change.
 *
 * <p>What cannot be used when it changes is told in the log once, and what was there before is
 * kept, until {@link #close}.
 */
public final class TlsFiles implements AutoCloseable {

  /** For changes that the system does not tell of. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);

  private final Path certificate;
  private final Path key;
  private final ReadWallClock clock;
  private final CurrentKeys keys;
  private final SSLContext context;

  /** Touched by the watching thread only. */
  private List<String> seen;

  private Optional<WatchFiles> watch = Optional.empty();

  private TlsFiles(Path certificate, Path key, ReadWallClock clock) throws TlsUnusable {
    this.certificate = certificate;
    this.key = key;
    this.clock = clock;
    seen = looks();
    keys = new CurrentKeys(ReadPair.from(certificate, key, clock.now()));
    context = context(keys);
  }

  /**
   * Reads both files, and again when they change.
   *
   * @throws TlsUnusable when they cannot be used, with cause and remedy in one line
   */
  public static TlsFiles open(Path certificate, Path key, ReadWallClock clock) throws TlsUnusable {
    return open(certificate, key, clock, LOOK_EVERY);
  }

  /**
   * @param lookEvery how often the files are looked at even if nobody tells of a change
   */
  static TlsFiles open(Path certificate, Path key, ReadWallClock clock, Duration lookEvery)
      throws TlsUnusable {
    TlsFiles files = new TlsFiles(certificate, key, clock);
    try {
      files.watch = Optional.of(WatchFiles.start(Set.of(certificate, key), lookEvery, files::look));
    } catch (IOException tooMany) {
      throw new TlsUnusable(
          "The files of --tls-cert and --tls-key cannot be watched for changes: "
              + tooMany.getMessage());
    }
    return files;
  }

  /** For servers; each new connection gets the certificate of the moment. */
  public SSLContext context() {
    return context;
  }

  private void look() {
    try {
      List<String> now = looks();
      if (!now.equals(seen)) {
        seen = now;
        keys.replace(ReadPair.from(certificate, key, clock.now()));
        LOG.info("The certificate in {} was read anew", certificate);
      }
    } catch (TlsUnusable unusable) {
      LOG.warn("{}. Until then the one from before is used.", unusable.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("The certificate files could not be looked at", bug);
    }
  }

  /** What changes when a file is written or replaced. */
  private List<String> looks() {
    return List.of(look(certificate), look(key));
  }

  private static String look(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
    } catch (IOException missing) {
      return "missing";
    }
  }

  private static SSLContext context(CurrentKeys keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has TLS", impossible);
    }
  }

  @Override
  public void close() {
    watch.ifPresent(WatchFiles::close);
  }
}
