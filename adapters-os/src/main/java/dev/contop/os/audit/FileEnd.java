package dev.contop.os.audit;

import dev.contop.wire.AuditCodec;
import dev.contop.wire.AuditStub;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** How a file of the log ends. */
final class FileEnd {

  /** Room for the longest line and for as much again behind it. */
  private static final int LOOK_AT = 2 * AuditCodec.MAX_LINE_BYTES;

  private final Optional<ChainEnd> last;
  private final byte[] rest;

  private FileEnd(Optional<ChainEnd> last, byte[] rest) {
    this.last = last;
    this.rest = rest;
  }

  /** Its last whole line; nothing when there is none in it. */
  Optional<ChainEnd> last() {
    return last;
  }

  /** How many bytes follow that line, of lines that nobody was told are written. */
  int restBytes() {
    return rest.length;
  }

  String restHash() {
    return ChainEnd.sha256(rest);
  }

  /** Reads it; blocks. */
  static FileEnd read(FileChannel file, AuditCodec codec) throws IOException {
    long length = file.size();
    ByteBuffer tail = ByteBuffer.allocate((int) Math.min(length, LOOK_AT));
    long from = length - tail.capacity();
    while (tail.hasRemaining() && file.read(tail, from + tail.position()) >= 0) {
      // It takes as many turns as the system likes.
    }
    return in(Arrays.copyOf(tail.array(), tail.position()), from == 0, codec);
  }

  private static FileEnd in(byte[] tail, boolean wholeFile, AuditCodec codec) throws IOException {
    int end = lineFeedBefore(tail, tail.length);
    while (end >= 0) {
      int before = lineFeedBefore(tail, end);
      if (before >= 0 || wholeFile) {
        byte[] line = Arrays.copyOfRange(tail, before + 1, end);
        Optional<AuditStub> read = codec.read(line);
        if (read.isPresent()) {
          return new FileEnd(
              Optional.of(ChainEnd.of(read.get().seq(), line)),
              Arrays.copyOfRange(tail, end + 1, tail.length));
        }
      }
      end = before;
    }
    if (!wholeFile) {
      throw new IOException("its last file is not an audit log");
    }
    return new FileEnd(Optional.empty(), tail);
  }

  private static int lineFeedBefore(byte[] bytes, int end) {
    int at = end - 1;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }

  /**
   * The line at the very end that lacks its line feed alone and follows {@code before}: all of the
   * rest, or the mark of an earlier crash behind what it marks.
   */
  Optional<ChainEnd> unfinishedLine(ChainEnd before, AuditCodec codec) {
    int lineFeed = lineFeedBefore(rest, rest.length);
    byte[] line = Arrays.copyOfRange(rest, lineFeed + 1, rest.length);
    return codec
        .read(line)
        .filter(read -> read.seq() == before.seq() + 1 && read.prev().equals(before.hash()))
        .filter(read -> lineFeed < 0 || marks(read, Arrays.copyOf(rest, lineFeed)))
        .map(read -> ChainEnd.of(read.seq(), line));
  }

  private static boolean marks(AuditStub line, byte[] torn) {
    return line.torn()
        .filter(mark -> mark.bytes() == torn.length)
        .filter(mark -> mark.sha256().equals(ChainEnd.sha256(torn)))
        .isPresent();
  }
}
