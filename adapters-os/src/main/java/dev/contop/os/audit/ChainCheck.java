package dev.contop.os.audit;

import dev.contop.os.audit.Verification.Broken;
import dev.contop.os.audit.Verification.Place;
import dev.contop.os.audit.Verification.Reason;
import dev.contop.os.audit.Verification.Recovered;
import dev.contop.wire.AuditCodec;
import dev.contop.wire.AuditStub;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the chain from line to line.
 *
 * <p>A line that does not fit opens a doubtful stretch. It closes when an entry after it says that
 * a crash has left just these bytes; otherwise its first line is what is broken.
 */
final class ChainCheck {

  /** No crash leaves more than this, so no more is kept in memory. */
  private static final int LONGEST_STRETCH = 3 * AuditCodec.MAX_LINE_BYTES;

  private final AuditCodec codec = new AuditCodec();
  private final List<Recovered> recovered = new ArrayList<>();
  private final ByteArrayOutputStream stretch = new ByteArrayOutputStream();
  private Optional<ChainEnd> end = Optional.empty();
  private Place here;
  private Optional<Place> last = Optional.empty();
  private Optional<Broken> doubt = Optional.empty();
  private Optional<ChainEnd> doubted = Optional.empty();
  private long first;
  private long lines;

  /**
   * @param file where the first lines come from
   */
  ChainCheck(Path file) {
    this.here = new Place(file, 0);
  }

  /** Says that the lines from now on come from {@code file}. */
  void turnTo(Path file) {
    here = new Place(file, 0);
  }

  /** Takes the next line, without its line feed. */
  void line(byte[] bytes) {
    here = nextPlace();
    Place place = here;
    Optional<AuditStub> read = codec.read(bytes);
    if (doubt.isPresent()) {
      followDoubt(place, bytes, read);
      return;
    }
    doubt = problem(place, read);
    if (doubt.isPresent()) {
      stretch.writeBytes(bytes);
      doubted =
          doubt.get().reason() == Reason.HASH_MISMATCH
              ? read.map(line -> ChainEnd.of(line.seq(), bytes))
              : Optional.empty();
    } else {
      accept(place, bytes, read.orElseThrow());
    }
  }

  private void accept(Place place, byte[] bytes, AuditStub line) {
    first = lines == 0 ? line.seq() : first;
    lines++;
    end = Optional.of(ChainEnd.of(line.seq(), bytes));
    last = Optional.of(place);
  }

  private Optional<Broken> problem(Place place, Optional<AuditStub> read) {
    if (read.isEmpty()) {
      return broken(place, Reason.MALFORMED, "it is no line of an audit log");
    }
    AuditStub line = read.get();
    if (end.isEmpty() && line.seq() > 1) {
      return Optional.empty();
    }
    ChainEnd before = end.orElse(ChainEnd.NONE);
    long due = before.seq() + 1;
    if (line.seq() > due) {
      return broken(
          place,
          Reason.GAP,
          "lines are missing in front of it: its number is " + line.seq() + ", not " + due);
    }
    if (line.seq() < due) {
      return broken(
          place,
          Reason.OUT_OF_ORDER,
          "it was put in or moved: its number is " + line.seq() + ", not " + due);
    }
    if (!line.prev().equals(before.hash())) {
      return broken(
          last.orElse(place), Reason.HASH_MISMATCH, "it is not what the next line says it was");
    }
    return Optional.empty();
  }

  private static Optional<Broken> broken(Place place, Reason reason, String words) {
    return Optional.of(new Broken(place, reason, words));
  }

  private void followDoubt(Place place, byte[] bytes, Optional<AuditStub> read) {
    if (read.isPresent() && explains(read.get())) {
      recovered.add(new Recovered(place, stretch.size()));
      doubt = Optional.empty();
      stretch.reset();
      accept(place, bytes, read.get());
      return;
    }
    // The line at which the chain broke is itself the changed one if its follower does not know it.
    if (doubted.isPresent()
        && read.isPresent()
        && !read.get().prev().equals(doubted.get().hash())) {
      Place changed = new Place(place.file(), place.line() - 1);
      doubt = broken(changed, Reason.HASH_MISMATCH, "it is not what the next line says it was");
    }
    doubted = Optional.empty();
    if (stretch.size() + bytes.length < LONGEST_STRETCH) {
      stretch.write('\n');
      stretch.writeBytes(bytes);
    }
  }

  private boolean explains(AuditStub line) {
    ChainEnd before = end.orElse(ChainEnd.NONE);
    return line.torn()
            .filter(torn -> torn.bytes() == stretch.size())
            .filter(torn -> torn.sha256().equals(ChainEnd.sha256(stretch.toByteArray())))
            .isPresent()
        && (end.isEmpty() || line.seq() == before.seq() + 1)
        && (end.isEmpty() || line.prev().equals(before.hash()));
  }

  /** Where the next line will be. */
  Place nextPlace() {
    return new Place(here.file(), here.line() + 1);
  }

  /** What is broken by now; a file that ends in doubt stays so, whatever follows. */
  Optional<Broken> broken() {
    return doubt;
  }

  Verification.Intact intact(int files, long unfinished) {
    long reached = end.map(ChainEnd::seq).orElse(0L);
    return new Verification.Intact(files, lines, first, reached, recovered, unfinished);
  }
}
