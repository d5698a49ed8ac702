package dev.contop.os.audit;

import dev.contop.os.files.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second host off the log: two writers would break the chain. */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it, or fails at once when another process has it. */
  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve(".lock");
    OwnerOnly.makeFile(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (taken(channel) == null) {
      channel.close();
      throw new IOException("another host writes it");
    }
    return new FolderLock(channel);
  }

  private static @Nullable FileLock taken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException byThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException theKernelLetsGoAnyhow) {
      return;
    }
  }
}
