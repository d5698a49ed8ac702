package dev.contop.application.recording;

import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.Retention;
import dev.contop.domain.recording.ShownRecording;
import dev.contop.domain.recording.StoredRecording;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of all recordings: which are being written, which are kept, and which are too many. Any
 * thread; no lock is held while files are read.
 */
final class Shelf {

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final KeepRecordings keep;
  private final Retention retention;
  private final ReadWallClock clock;

  // Guarded by this.
  private final Set<RecordingName> written = new HashSet<>();

  Shelf(KeepRecordings keep, Retention retention, ReadWallClock clock) {
    this.keep = keep;
    this.retention = retention;
    this.clock = clock;
  }

  /** It is being written from now on, and so never removed. */
  synchronized void opened(RecordingName name) {
    written.add(name);
  }

  synchronized void closed(RecordingName name) {
    written.remove(name);
  }

  private synchronized Set<RecordingName> written() {
    return Set.copyOf(written);
  }

  /** All that are kept. Blocks while the folder is read. */
  List<ShownRecording> recordings() throws IOException {
    List<StoredRecording> stored = keep.list();
    Set<RecordingName> open = written();
    return stored.stream().map(one -> new ShownRecording(one, open.contains(one.name()))).toList();
  }

  /** The video or the captions of that name, if they are kept. */
  Optional<KeepRecordings.StoredBytes> read(String fileName) throws IOException {
    Optional<RecordingName> video = RecordingName.parse(fileName);
    if (video.isPresent()) {
      return keep.read(video.get(), false);
    }
    Optional<RecordingName> captioned = RecordingName.captioned(fileName);
    return captioned.isPresent() ? keep.read(captioned.get(), true) : Optional.empty();
  }

  /** Removes what is too much or too old; never what is being written. Blocks. */
  void tidy() {
    try {
      for (RecordingName name : retention.surplus(keep.list(), written(), clock.now())) {
        keep.remove(name);
        LOG.info("Removed the recording {}", name);
      }
    } catch (IOException failed) {
      LOG.warn("Old recordings could not be removed", failed);
    }
  }
}
