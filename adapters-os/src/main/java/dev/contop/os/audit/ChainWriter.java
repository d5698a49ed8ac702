package dev.contop.os.audit;

import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.wire.AuditCodec;
import dev.contop.wire.AuditLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends entries as one chain of lines over the files of all days.
 *
 * <p>The file is chosen by the entry's day in UTC, but never one before the latest: a clock that is
 * set back does not break the chain. Whatever fails, the next attempt looks at the disk afresh. One
 * thread; all block.
 */
final class ChainWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChainWriter.class);

  private final AuditFolder folder;
  private final int keepDays;
  private final ReadWallClock clock;
  private final AuditCodec codec = new AuditCodec();
  private Optional<FolderLock> lock = Optional.empty();
  private Optional<DayFile> open = Optional.empty();
  private ChainEnd end = ChainEnd.NONE;

  /** What is to be one line. */
  record Fact(Instant time, AuditEntry entry, About about) {

    LocalDate day() {
      return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
  }

  /**
   * @param keepDays for how many days before today files are kept
   */
  ChainWriter(AuditFolder folder, int keepDays, ReadWallClock clock) {
    this.folder = folder;
    this.keepDays = keepDays;
    this.clock = clock;
  }

  /** Appends {@code facts}, all of one day, forced to the disk together; all of them or none. */
  void append(List<Fact> facts) throws IOException {
    LocalDate day = facts.get(0).day();
    DayFile file = file(day);
    if (day.isAfter(file.day())) {
      file = turnTo(day);
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    ChainEnd reached = end;
    for (Fact fact : facts) {
      reached = addLine(lines, reached, fact);
    }
    file.append(lines.toByteArray());
    end = reached;
  }

  private ChainEnd addLine(ByteArrayOutputStream lines, ChainEnd after, Fact fact) {
    byte[] line =
        codec.write(
            new AuditLine(after.seq() + 1, fact.time(), fact.entry(), fact.about(), after.hash()));
    lines.writeBytes(line);
    lines.write('\n');
    return ChainEnd.of(after.seq() + 1, line);
  }

  private DayFile file(LocalDate day) throws IOException {
    if (open.filter(DayFile::isAsLeft).isPresent()) {
      return open.get();
    }
    close(open);
    open = Optional.empty();
    if (lock.isEmpty()) {
      // Only at the beginning: a folder that was removed later is not made again unasked.
      folder.make();
      lock = Optional.of(FolderLock.take(folder.path()));
    }
    List<LocalDate> days = folder.days();
    DayFile latest = DayFile.open(folder, days.isEmpty() ? day : days.get(0));
    try {
      goOnIn(latest, days);
    } catch (IOException | RuntimeException failed) {
      latest.close();
      throw failed;
    }
    open = Optional.of(latest);
    return latest;
  }

  /** Finds the end of the chain, and marks what a crash has left behind it. */
  private void goOnIn(DayFile latest, List<LocalDate> days) throws IOException {
    FileEnd found = latest.end(codec);
    ChainEnd before = later(end, found.last().orElse(ChainEnd.NONE));
    for (int i = 1; before.seq() == 0 && i < days.size(); i++) {
      before = endOf(days.get(i));
    }
    if (found.restBytes() > 0) {
      ByteArrayOutputStream more = new ByteArrayOutputStream();
      more.write('\n');
      Optional<ChainEnd> lacksLineFeed = found.unfinishedLine(before, codec);
      if (lacksLineFeed.isPresent()) {
        before = lacksLineFeed.get();
      } else {
        AuditEntry torn = new AuditEntry.LogRecovered(found.restBytes(), found.restHash());
        before = addLine(more, before, new Fact(clock.now(), torn, About.HOST));
        LOG.warn(
            "The audit log ended in {} torn bytes; they are kept and marked", found.restBytes());
      }
      latest.append(more.toByteArray());
    }
    end = before;
  }

  /** The disk is behind when lines were removed, and ahead when they could not be taken back. */
  private static ChainEnd later(ChainEnd remembered, ChainEnd found) {
    return found.seq() > remembered.seq() ? found : remembered;
  }

  private ChainEnd endOf(LocalDate day) throws IOException {
    try (DayFile file = DayFile.open(folder, day)) {
      return file.end(codec).last().orElse(ChainEnd.NONE);
    }
  }

  private DayFile turnTo(LocalDate day) throws IOException {
    DayFile next = DayFile.open(folder, day);
    close(open);
    open = Optional.of(next);
    folder.removeBefore(day.minusDays(keepDays));
    return next;
  }

  private static void close(Optional<DayFile> file) {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException nothingIsLost) {
      LOG.debug("Closing a file of the audit log failed", nothingIsLost);
    }
  }

  @Override
  public void close() {
    close(open);
    open = Optional.empty();
    lock.ifPresent(FolderLock::close);
    lock = Optional.empty();
  }
}
