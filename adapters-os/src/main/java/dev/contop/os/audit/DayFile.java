package dev.contop.os.audit;

import dev.contop.os.files.OwnerOnly;
import dev.contop.wire.AuditCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file of the log, open to be appended to. One thread; all block. */
final class DayFile implements AutoCloseable {

  private final LocalDate day;
  private final Path path;
  private final FileChannel channel;
  private final @Nullable Object key;
  private long length;

  private DayFile(LocalDate day, Path path, FileChannel channel) throws IOException {
    this.day = day;
    this.path = path;
    this.channel = channel;
    this.key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    this.length = channel.size();
  }

  /** Opens the file of {@code day}, or makes it, so that it survives a power cut. */
  static DayFile open(AuditFolder folder, LocalDate day) throws IOException {
    Path path = folder.file(day);
    boolean fresh = OwnerOnly.makeFile(path);
    if (!fresh) {
      OwnerOnly.tighten(path);
    }
    FileChannel channel =
        FileChannel.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    try {
      if (fresh) {
        OwnerOnly.forceFolder(folder.path());
      }
      return new DayFile(day, path, channel);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  LocalDate day() {
    return day;
  }

  FileEnd end(AuditCodec codec) throws IOException {
    return FileEnd.read(channel, codec);
  }

  /** Whether it is still where it was and as it was left. */
  boolean isAsLeft() {
    try {
      BasicFileAttributes there = Files.readAttributes(path, BasicFileAttributes.class);
      return Objects.equals(key, there.fileKey()) && channel.size() == length;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Appends {@code bytes} and forces them to the disk; if that fails, none of them stays. */
  void append(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      while (left.hasRemaining()) {
        channel.write(left, length + left.position());
      }
      channel.force(false);
      length += bytes.length;
    } catch (IOException failed) {
      takeBack(failed);
      throw failed;
    }
  }

  private void takeBack(IOException failed) {
    try {
      channel.truncate(length);
      channel.force(true);
    } catch (IOException worse) {
      // What stands there now is found when the file is opened again.
      failed.addSuppressed(worse);
      length = -1;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
