package dev.contop.os.audit;

import java.nio.file.Path;
import java.util.List;

/** What a check of the audit log has found. */
public sealed interface Verification {

  /** A place in a file; lines count from 1. */
  record Place(Path file, long line) {}

  /** Bytes that a crash has torn off, as the entry at {@code marked} says. */
  record Recovered(Place marked, long bytes) {}

  /**
   * Each line is what the next one says it was.
   *
   * @param first the number of the first line; more than 1 when earlier files were not given
   * @param unfinished how many bytes follow the last line, as a crash leaves them
   */
  record Intact(
      int files, long lines, long first, long last, List<Recovered> recovered, long unfinished)
      implements Verification {
    public Intact {
      recovered = List.copyOf(recovered);
    }
  }

  /** The first line that is not as it was written, or after which something is missing. */
  record Broken(Place place, Reason reason, String words) implements Verification {}

  /** What is wrong with a line. */
  enum Reason {
    /** It is no line of an audit log. */
    MALFORMED,
    /** It, or what the next line says of it, was changed. */
    HASH_MISMATCH,
    /** Lines in front of it are missing. */
    GAP,
    /** It stands where a later line has to be: it was put in, or moved. */
    OUT_OF_ORDER,
    /** It has no end although other files follow. */
    UNFINISHED
  }
}
