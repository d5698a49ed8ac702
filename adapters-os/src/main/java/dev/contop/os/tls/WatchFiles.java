package dev.contop.os.tls;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls when something changes in the folders of some files, on a thread of its own, until {@link
 * #close}.
 *
 * <p>Told by the system, and by a look at intervals too: a link may lead to a folder that is not
 * watched, and not every file system tells.
 */
final class WatchFiles implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchFiles.class);

  /** A renewal writes several files; what comes within this is one change. */
  private static final Duration SETTLED = Duration.ofMillis(100);

  private final WatchService service;
  private final Duration atLeastEvery;
  private final Runnable changed;

  private WatchFiles(WatchService service, Duration atLeastEvery, Runnable changed) {
    this.service = service;
    this.atLeastEvery = atLeastEvery;
    this.changed = changed;
  }

  /**
   * @param atLeastEvery how often it calls even though nothing was told
   * @param changed perhaps more often than something changed; throws nothing
   */
  static WatchFiles start(Set<Path> files, Duration atLeastEvery, Runnable changed)
      throws IOException {
    WatchFiles watch =
        new WatchFiles(FileSystems.getDefault().newWatchService(), atLeastEvery, changed);
    Set<Path> folders = new TreeSet<>();
    files.forEach(file -> folders.add(file.toAbsolutePath().resolveSibling("")));
    for (Path folder : folders) {
      watch.register(folder);
    }
    Thread thread = new Thread(watch::run, "tls-files");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void register(Path folder) {
    try {
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException untold) {
      LOG.debug("Nobody tells of changes in {}; it is looked at now and then", folder, untold);
    }
  }

  private void run() {
    try {
      while (true) {
        WatchKey told = service.poll(atLeastEvery.toMillis(), TimeUnit.MILLISECONDS);
        while (told != null) {
          told.pollEvents();
          told.reset();
          told = service.poll(SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        }
        changed.run();
      }
    } catch (ClosedWatchServiceException closed) {
      LOG.trace("No file is watched any more");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException unimportant) {
      LOG.debug("The watch on files did not close", unimportant);
    }
  }
}
